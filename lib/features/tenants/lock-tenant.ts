import 'server-only';
import { notFound } from '@/lib/platform/errors';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { TenantStatus } from './schema';

export interface LockedTenant {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  planId: string;
  attributes: Record<string, unknown>;
}

/** The row as it is and stays until the transaction ends. An erased tenant is no longer anybody's to change. @throws AppError not_found */
export async function lockTenant(tx: ConsoleTx, id: string): Promise<LockedTenant> {
  const rows = await tx.$queryRaw<LockedTenant[]>`
    SELECT id, slug, name, status, plan_id AS "planId", attributes FROM "public".tenants
    WHERE id = ${id}::uuid AND status <> 'erased' FOR UPDATE`;
  if (!rows[0]) throw notFound();
  return rows[0];
}
