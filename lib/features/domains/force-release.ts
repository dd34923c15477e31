import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { removeCustomHost } from './directory';
import type { ForceRelease } from './schema';

/**
 * Takes a domain from a tenant, for a reason that stands in both logs, and frees the name at once: this is how a name that changed hands
 * gets to its new owner. @throws AppError forbidden, not_found
 */
export async function forceRelease(ctx: ConsoleContext, { tenantId, id, reason }: ForceRelease): Promise<void> {
  requireConsolePermission(ctx, 'domains.manage');
  await consoleDb().$transaction(async (tx) => {
    // The domain before its hosts, as everybody who changes both.
    await tx.$queryRaw`SELECT 1 FROM "public".domains WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const row = await tx.domain.findFirst({ where: { tenantId, id } });
    if (!row) throw notFound();
    await removeCustomHost(tx, row);
    await tx.domainQuarantine.deleteMany({ where: { host: row.host } });
    await tx.domain.delete({ where: { tenantId_id: { tenantId, id } }, select: { id: true } });
    const changes = { host: { before: row.host, after: null }, reason: { before: null, after: reason } };
    await recordConsoleEventInTenant(
      tx,
      ctx,
      tenantId,
      'domain.released',
      { type: 'domain', id, label: row.host },
      changes,
    );
    await publishChange(tx, { kind: 'host', tenantId });
  });
}
