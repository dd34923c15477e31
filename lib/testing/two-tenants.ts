/** Tenants with rows, written as the admin, for tests that try to get from one to the other. */
import { uuidv7 } from '@/lib/platform/ids';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { onPlace, tenantIn } from './placed-tenant';

export interface SeededTenant {
  scope: TenantScope;
  memberIds: string[];
}

/** @param placement of all of them, or of each in turn */
export async function seedTenants(
  adminUrl: string,
  count: number,
  membersEach: number,
  placement: Placement | readonly Placement[] = 'shared',
): Promise<SeededTenant[]> {
  const turns = [placement].flat();
  const tenants: SeededTenant[] = [];
  for (let i = 0; i < count; i++) {
    const scope = await tenantIn(turns[i % turns.length] ?? 'shared', adminUrl);
    tenants.push({ scope, memberIds: await seedMembers(scope, adminUrl, membersEach) });
  }
  return tenants;
}

async function seedMembers(scope: TenantScope, adminUrl: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await onPlace(scope, adminUrl, (admin) =>
    admin.query(
      `INSERT INTO members (tenant_id, id, email, name, role, updated_at) SELECT $1, id, id || '@x.test', 'Member ' || id, 'user', now() FROM unnest($2::uuid[]) AS id`,
      [scope.tenantId, ids],
    ),
  );
  return ids;
}
