import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { exportEvents } from '@/lib/core/audit/export-events';
import type { AuditFilter, ExportFormat } from '@/lib/core/audit/schema';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { tenantSettings } from '@/lib/core/settings/read-settings';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** The log as a file, streamed. Where the plan has no export, the answer is that of a page that does not exist. @throws AppError not_found, forbidden */
export async function exportAuditLog(
  ctx: TenantContext,
  { format, ...filter }: AuditFilter & { format: ExportFormat },
): Promise<Response> {
  await requireFeature(ctx, 'audit.export');
  const { timeZone } = await tenantSettings(ctx);
  const lines = await exportEvents(ctx, filter, format, timeZone);
  return new Response(streamOf(lines), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="audit-${ctx.slug}-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Reads on only as fast as the client takes it, and stops when the client goes away. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
