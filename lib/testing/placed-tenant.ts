import pg from 'pg';
import { uuidv7 } from '@/lib/platform/ids';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { createPlace } from '@/lib/tenancy/placements/place';

/** An active tenant without rows, in the placement asked for; its place is made like any other's. */
export async function tenantIn(placement: Placement, adminUrl: string): Promise<TenantScope> {
  const scope = { tenantId: uuidv7(), placement };
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    const planId = uuidv7();
    await admin.query(
      `INSERT INTO plans (id, key, name, description, position, price_monthly_minor, requests_per_minute, burst, concurrency, updated_at)
       VALUES ($1, $2, 'Test', '', 1, 0, 100, 10, 5, now())`,
      [planId, `plan-${planId}`],
    );
    await admin.query(
      `INSERT INTO tenants (id, slug, name, status, placement, plan_id, updated_at) VALUES ($1, $2, $2, 'active', $3, $4, now())`,
      [scope.tenantId, `t${scope.tenantId.slice(-12)}`, placement, planId],
    );
  } finally {
    await admin.end();
  }
  await createPlace(scope);
  return scope;
}
