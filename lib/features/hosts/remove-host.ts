import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { lockHostsOf } from './lock-hosts';
import { mayRemoveHost } from './rules';
import type { HostAction } from './schema';

/** The address answers like any unknown one from then on. @throws AppError forbidden, not_found, conflict (primary) */
export async function removeHost(ctx: ConsoleContext, { tenantId, hostId }: HostAction): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    await lockHostsOf(tx, tenantId);
    const host = await tx.host.findFirst({ where: { id: hostId, tenantId } });
    if (!host) throw notFound();
    if (!mayRemoveHost(host)) {
      const messageKey = host.isPrimary ? 'hostPrimary' : 'hostCustom';
      throw new AppError('conflict', 'This address stays.', { messageKey });
    }
    await tx.host.delete({ where: { id: hostId }, select: { id: true } });
    const changes = { host: { before: host.host, after: null }, surface: { before: host.surface, after: null } };
    await recordConsoleEventInTenant(
      tx,
      ctx,
      tenantId,
      'host.removed',
      { type: 'host', id: hostId, label: host.host },
      changes,
    );
    await publishChange(tx, { kind: 'host', tenantId, key: host.host });
  });
}
