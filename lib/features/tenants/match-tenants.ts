import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { TenantFilter } from './schema';

/** The filters as a condition on `tenants t` joined with `plans p`. */
export function matchTenants({ q, status, plan, placement }: TenantFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (q !== '') {
    const pattern = containing(q);
    conditions.push(Prisma.sql`(lower(t.name) LIKE ${pattern} OR t.slug LIKE ${pattern})`);
  }
  if (status.length > 0) conditions.push(Prisma.sql`t.status = ANY(${status}::text[])`);
  if (placement.length > 0) conditions.push(Prisma.sql`t.placement = ANY(${placement}::text[])`);
  if (plan.length > 0) conditions.push(Prisma.sql`p.key = ANY(${plan}::text[])`);
  return Prisma.join(conditions, ' AND ');
}

/** What was typed, anywhere in the text; `%` and `_` in it mean themselves. */
export function containing(typed: string): string {
  return `%${typed.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
