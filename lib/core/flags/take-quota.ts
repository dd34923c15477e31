import 'server-only';
import { AppError } from '@/lib/platform/errors';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { shippedDefinitions, type QuotaKey } from './definitions';
import { fitsQuota, limitOf, resolveFlag } from './rules';

/** What it needs of a transaction: a tenant's (`tenantDb(ctx).$transaction`) or the console's. */
export type QuotaTx = Pick<TenantTx, '$queryRaw'>;

/**
 * Makes room for `requested` more of what a quota limits, or refuses. Call it first in the transaction that then inserts the rows:
 *
 *   await tenantDb(ctx).$transaction(async (tx) => {
 *     await takeQuota(tx, ctx, 'quota.members', 1, (tx) => tx.member.count({ where: { status: 'active' } }));
 *     await tx.member.create(…);
 *   });
 *
 * Exact under parallel requests: whoever asks for the same tenant's quota waits here until this transaction ends, and then counts
 * its rows too. The limit is read inside the transaction, so a lowered one counts at once.
 * @param countUsed how many there are now; runs after the lock, on this transaction
 * @throws AppError quota_exceeded with {resource, used, limit, requested}
 */
export async function takeQuota<Tx extends QuotaTx>(
  tx: Tx,
  scope: TenantScope,
  key: QuotaKey,
  requested: number,
  countUsed: (tx: Tx) => Promise<number>,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope.tenantId} ${key}`}, 0))::text`;
  const { limit, resource } = await readLimit(tx, scope, key);
  if (limit === null) return;
  const used = await countUsed(tx);
  if (fitsQuota(limit, used, requested)) return;
  const quota = { resource, used, limit, requested };
  throw new AppError('quota_exceeded', `The plan allows ${limit} ${resource}.`, { quota, values: quota });
}

/** A statement of its own after the lock, so that it sees what the transaction before committed. */
async function readLimit(
  tx: QuotaTx,
  { tenantId }: TenantScope,
  key: QuotaKey,
): Promise<{ limit: number | null; resource: string }> {
  const [row] = await tx.$queryRaw<{ meter: string | null; fallback: unknown; ofPlan: unknown; override: unknown }[]>`
    SELECT f.meter, f.default_value AS fallback, pv.value AS "ofPlan", o.value AS override
    FROM "public".flags f
    LEFT JOIN "public".tenants t ON t.id = ${tenantId}::uuid
    LEFT JOIN "public".plan_values pv ON pv.plan_id = t.plan_id AND pv.flag_id = f.id
    LEFT JOIN "public".flag_overrides o ON o.tenant_id = t.id AND o.flag_key = f.key AND o.set_by = 'console'
    WHERE f.key = ${key}`;
  const shipped = shippedDefinitions.find((definition) => definition.key === key);
  const defaultValue = row?.fallback ?? shipped?.defaultValue ?? 0;
  const { value } = resolveFlag({ type: 'number', kind: 'quota', tenantEditable: false, defaultValue }, row?.ofPlan, {
    console: row?.override,
  });
  return { limit: limitOf(value), resource: row?.meter ?? shipped?.meter ?? key };
}
