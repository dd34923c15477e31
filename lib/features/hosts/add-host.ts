import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { takeQuota } from '@/lib/core/flags/take-quota';
import { publishChange } from '@/lib/platform/change-bus';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { portalHost, siteHost } from '@/lib/platform/origins';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { countAddresses } from './count-addresses';
import { lockHostsOf } from './lock-hosts';
import type { AddHost } from './schema';

/**
 * One more sub-domain address for a tenant's portal or site. The first of a surface is its primary; a later one redirects there.
 * @throws AppError forbidden, not_found, conflict (taken, or the tenant is not in service), quota_exceeded
 */
export async function addHost(
  ctx: ConsoleContext,
  { tenantId, slug, surface }: AddHost,
): Promise<{ id: string; host: string }> {
  requireConsolePermission(ctx, 'tenants.manage');
  const host = surface === 'portal' ? portalHost(slug) : siteHost(slug);
  try {
    return await consoleDb().$transaction(async (tx) => {
      const { scope } = await lockHostsOf(tx, tenantId);
      await takeQuota(tx, scope, 'quota.hosts', 1, (inner) => countAddresses(inner, tenantId));
      await refuseOthersName(tx, tenantId, slug);
      const isPrimary = (await tx.host.count({ where: { tenantId, surface, isPrimary: true } })) === 0;
      const row = await tx.host.create({
        data: { tenantId, host, surface, status: 'active', isPrimary },
        select: { id: true, host: true },
      });
      const changes = { host: { before: null, after: host }, surface: { before: null, after: surface } };
      await recordConsoleEventInTenant(
        tx,
        ctx,
        tenantId,
        'host.added',
        { type: 'host', id: row.id, label: host },
        changes,
      );
      await publishChange(tx, { kind: 'host', tenantId, key: host });
      return row;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw taken();
    throw error;
  }
}

/** A tenant's slug stays its own on both surfaces, also where it has given the address up. */
async function refuseOthersName(tx: ConsoleTx, tenantId: string, slug: string): Promise<void> {
  const owner = await tx.tenant.findUnique({ where: { slug }, select: { id: true } });
  if (owner && owner.id !== tenantId) throw taken();
}

function taken(): AppError {
  return new AppError('conflict', 'This address is taken.', { messageKey: 'slugTaken', fields: { slug: 'taken' } });
}
