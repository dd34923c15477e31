import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import type { Placement } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { mayResume, maySuspend } from './rules';
import type { TenantStatus } from './schema';

export interface StatusChange {
  /** Shown on no portal; kept in both audit logs. */
  reason: string | null;
  to: 'suspended' | 'active';
}

/** How many sessions ended, for the note that follows. */
export interface StatusChanged {
  tenants: number;
  sessionsEnded: number;
}

/**
 * Changes the status of all the given tenants or of none: one that is absent, or not in a status to change from, refuses the lot.
 * Sessions, audit events in both logs and the notice to every node stand in the same transaction.
 * @throws AppError forbidden, not_found, conflict
 */
export async function changeStatus(
  ctx: ConsoleContext,
  ids: readonly string[],
  change: StatusChange,
): Promise<StatusChanged> {
  requireConsolePermission(ctx, 'tenants.manage');
  const wanted = [...new Set(ids)];
  return consoleDb().$transaction(async (tx) => {
    const tenants = await lockTenants(tx, wanted);
    if (tenants.length !== wanted.length) throw notFound();
    const may = change.to === 'suspended' ? maySuspend : mayResume;
    const stuck = tenants.find((tenant) => !may(tenant.status));
    if (stuck) throw wrongStatus(stuck, change);
    const { count } = await applyTo(tx, wanted, change);
    const apart = await endSessionsApart(tenants);
    for (const tenant of tenants) await tell(tx, ctx, tenant, change);
    return { tenants: tenants.length, sessionsEnded: count + apart };
  });
}

interface LockedTenant {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  placement: Placement;
}

/** In the order of their ids, so that two bulk changes can't wait for each other. */
function lockTenants(tx: ConsoleTx, ids: string[]): Promise<LockedTenant[]> {
  return tx.$queryRaw<LockedTenant[]>`
    SELECT id, slug, name, status, placement FROM "public".tenants WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

async function applyTo(tx: ConsoleTx, ids: string[], { to, reason }: StatusChange): Promise<{ count: number }> {
  const suspended = to === 'suspended';
  await tx.tenant.updateMany({
    where: { id: { in: ids } },
    data: { status: to, suspendedAt: suspended ? new Date() : null, suspensionReason: suspended ? reason : null },
  });
  // A session never outlives a suspension: after it, everyone signs in again.
  return tx.memberSession.updateMany({
    where: { tenantId: { in: ids }, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Sessions of tenants whose rows live apart end as the tenant, before the change is committed: should one of them not answer, nothing
 * has changed, and who was signed out meanwhile signs in again.
 */
async function endSessionsApart(tenants: readonly LockedTenant[]): Promise<number> {
  let ended = 0;
  for (const { id: tenantId, placement } of tenants) {
    if (placement === 'shared') continue;
    const db = tenantDb({ tenantId, placement });
    ended += (await db.memberSession.updateMany({ where: { revokedAt: null }, data: { revokedAt: new Date() } })).count;
  }
  return ended;
}

async function tell(
  tx: ConsoleTx,
  ctx: ConsoleContext,
  tenant: LockedTenant,
  { to, reason }: StatusChange,
): Promise<void> {
  const action = to === 'suspended' ? 'tenant.suspended' : 'tenant.resumed';
  const changes = changesBetween({ status: tenant.status, reason: null }, { status: to, reason });
  await recordConsoleEventInTenant(
    tx,
    ctx,
    tenant.id,
    action,
    { type: 'tenant', id: tenant.id, label: tenant.name },
    changes,
  );
  await publishChange(tx, { kind: 'tenant', tenantId: tenant.id });
}

function wrongStatus(tenant: LockedTenant, { to }: StatusChange): AppError {
  const messageKey = to === 'suspended' ? 'tenantNotActive' : 'tenantNotSuspended';
  return new AppError('conflict', `${tenant.slug} is ${tenant.status}.`, {
    messageKey,
    values: { tenant: tenant.name },
  });
}
