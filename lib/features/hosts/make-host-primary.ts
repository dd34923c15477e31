import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { lockHostsOf } from './lock-hosts';
import { mayBecomePrimary } from './rules';
import type { HostAction } from './schema';

/**
 * From now on the other addresses of its surface redirect to this one, and new links name it.
 * @throws AppError forbidden, not_found, conflict (not serving)
 */
export async function makeHostPrimary(ctx: ConsoleContext, { tenantId, hostId }: HostAction): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    await lockHostsOf(tx, tenantId);
    const host = await tx.host.findFirst({ where: { id: hostId, tenantId } });
    if (!host) throw notFound();
    if (host.isPrimary) return;
    if (!mayBecomePrimary(host))
      throw new AppError('conflict', 'This address does not serve.', { messageKey: 'hostNotActive' });
    const before = await tx.host.findFirst({
      where: { tenantId, surface: host.surface, isPrimary: true },
      select: { host: true },
    });
    await tx.host.updateMany({
      where: { tenantId, surface: host.surface, isPrimary: true },
      data: { isPrimary: false },
    });
    await tx.host.update({ where: { id: hostId }, data: { isPrimary: true }, select: { id: true } });
    const changes = { primary: { before: before?.host ?? null, after: host.host } };
    await recordConsoleEventInTenant(
      tx,
      ctx,
      tenantId,
      'host.primary_changed',
      { type: 'host', id: hostId, label: host.host },
      changes,
    );
    // Every address of the tenant carries the name of its primary in the caches.
    await publishChange(tx, { kind: 'host', tenantId });
  });
}
