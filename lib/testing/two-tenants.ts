/** Tenants with rows, written as the admin, for tests that try to get from one to the other. */
import pg from 'pg';
import { uuidv7 } from '@/lib/platform/ids';
import type { TenantScope } from '@/lib/tenancy/context';

export interface SeededTenant {
  scope: TenantScope;
  memberIds: string[];
}

export async function seedTenants(adminUrl: string, count: number, membersEach: number): Promise<SeededTenant[]> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    const planId = uuidv7();
    await admin.query(
      `INSERT INTO plans (id, key, name, description, position, price_monthly_minor, requests_per_minute, burst, concurrency, updated_at)
       VALUES ($1, $2, 'Test', '', 1, 0, 100, 10, 5, now())`,
      [planId, `plan-${planId}`],
    );
    const tenants: SeededTenant[] = [];
    for (let i = 0; i < count; i++) tenants.push(await seedTenant(admin, planId, membersEach));
    return tenants;
  } finally {
    await admin.end();
  }
}

async function seedTenant(admin: pg.Client, planId: string, members: number): Promise<SeededTenant> {
  const tenantId = uuidv7();
  const memberIds = Array.from({ length: members }, () => uuidv7());
  await admin.query(
    `INSERT INTO tenants (id, slug, name, status, plan_id, updated_at) VALUES ($1, $2, $2, 'active', $3, now())`,
    [tenantId, `t${tenantId.slice(-12)}`, planId],
  );
  await admin.query(
    `INSERT INTO members (tenant_id, id, email, name, role, updated_at) SELECT $1, id, id || '@x.test', 'Member ' || id, 'user', now() FROM unnest($2::uuid[]) AS id`,
    [tenantId, memberIds],
  );
  return { scope: { tenantId, placement: 'shared' }, memberIds };
}
