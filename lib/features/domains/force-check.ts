import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { queueCheck } from './queue-check';
import type { ConsoleDomainId } from './schema';

/** Has a tenant's domain looked at now. @throws AppError forbidden, not_found */
export async function forceCheck(ctx: ConsoleContext, { tenantId, id }: ConsoleDomainId): Promise<void> {
  requireConsolePermission(ctx, 'domains.manage');
  await consoleDb().$transaction(async (tx) => {
    const row = await tx.domain.findFirst({ where: { tenantId, id }, select: { host: true } });
    if (!row) throw notFound();
    const target = { type: 'domain', id, label: row.host };
    await recordPlatformEvent(tx, ctx, 'domain.check_requested', target, {}, tenantId);
    await queueCheck(tx, tenantId, id);
  });
}
