import 'server-only';
import type { ConsoleTx } from '@/lib/tenancy/console-client';

/** The tenant's hosts, and the domains that it is bringing along: they become hosts without asking again. */
export async function countAddresses(db: Pick<ConsoleTx, '$queryRaw'>, tenantId: string): Promise<number> {
  const rows = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::integer AS count FROM (
      SELECT host FROM "public".hosts WHERE tenant_id = ${tenantId}::uuid
      UNION SELECT host FROM "public".domains WHERE tenant_id = ${tenantId}::uuid) addresses`;
  return rows[0].count;
}
