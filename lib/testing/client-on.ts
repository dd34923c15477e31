import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '@/lib/generated/prisma/client';
import type { TenantScope } from '@/lib/tenancy/context';
import { statementName } from '@/lib/tenancy/statement-name';
import { tenantExtension, type TenantDb } from '@/lib/tenancy/tenant-client';

/** A tenant's client like `tenantDb`'s, on a pool of the test's own. */
export function clientOn(pool: pg.Pool, scope: TenantScope): TenantDb {
  const base = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) });
  return base.$extends(tenantExtension(scope)) as unknown as TenantDb;
}

/** What it is rejected with; undefined where it is not. */
export const failureOf = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => undefined,
    (error: unknown) => error,
  );
