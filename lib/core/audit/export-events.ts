import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { csvLine } from '@/lib/platform/csv';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { changesBetween } from './changes';
import { reading } from './list-events';
import { recordEvent } from './record-event';
import type { AuditEventRow, AuditFilter, ExportFormat } from './schema';
import { eventPage, type Reading } from './store';

/**
 * Every event that matches, the newest first, as lines of a file. That it was exported is written down before the first line leaves;
 * events that arrive meanwhile are not part of it. Reads page by page: memory stays small however long the log is.
 */
export async function exportEvents(
  ctx: TenantContext,
  filter: AuditFilter,
  format: ExportFormat,
  timeZone: string,
): Promise<AsyncGenerator<string>> {
  requirePermission(ctx, 'audit.export');
  await tenantDb(ctx).$transaction((tx) =>
    recordEvent(
      tx,
      ctx,
      'audit.exported',
      { type: 'audit_log', label: format },
      changesBetween({}, described(filter, format)),
    ),
  );
  return lines(ctx, filter, format, reading(timeZone));
}

const pageSize = 500;

async function* lines(
  ctx: TenantContext,
  filter: AuditFilter,
  format: ExportFormat,
  how: Reading,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(csvColumns.map(([header]) => header));
  let cursor: string | undefined;
  do {
    const page = await eventPage(ctx, { ...filter, cursor, limit: pageSize }, how);
    if (page.data.length > 0) yield page.data.map((event) => lineOf(event, format, how)).join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

function lineOf(event: AuditEventRow, format: ExportFormat, { labelOf }: Reading): string {
  if (format === 'csv') return csvLine(csvColumns.map(([, read]) => read(event, labelOf)));
  const { device: _derived, ...stored } = event;
  return `${JSON.stringify(stored)}\n`;
}

type Read = (event: AuditEventRow, labelOf: Reading['labelOf']) => string | null;

const csvColumns: readonly (readonly [string, Read])[] = [
  ['at', (event) => event.at],
  ['action', (event) => event.action],
  ['description', (event, labelOf) => labelOf(event.action.replaceAll('.', '_'))],
  ['actor_type', (event) => event.actorType],
  ['actor', (event) => event.actorLabel],
  ['target_type', (event) => event.targetType],
  ['target', (event) => event.targetLabel],
  ['target_id', (event) => event.targetId],
  ['changes', (event) => (Object.keys(event.changes).length > 0 ? JSON.stringify(event.changes) : null)],
  ['ip', (event) => event.ip],
  ['user_agent', (event) => event.userAgent],
  ['request_id', (event) => event.requestId],
  ['id', (event) => event.id],
];

/** Only what narrows the export. */
function described(filter: AuditFilter, format: ExportFormat): Record<string, unknown> {
  return { format, ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) };
}
