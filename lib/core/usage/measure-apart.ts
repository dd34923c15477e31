import 'server-only';
import { logger } from '@/lib/platform/logger';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { placedSizes } from './table-sizes';

/** What a tenant occupies in its own place. */
export interface SizeApart {
  tenantId: string;
  bytes: number;
  files: number;
  people: number;
}

/** One after the other, each as that tenant. One whose place can't be read is left out: its row of earlier stays as it was. */
export async function measureApart(): Promise<SizeApart[]> {
  const tenants = await consoleDb().tenant.findMany({
    where: { placement: { not: 'shared' }, status: { in: ['active', 'suspended', 'archived'] } },
    select: { id: true, placement: true },
  });
  const sizes: SizeApart[] = [];
  for (const { id: tenantId, placement } of tenants) {
    try {
      sizes.push(await measure({ tenantId, placement: placement as Placement }));
    } catch (error) {
      logger.warn({ err: error, tenantId }, 'the place of this tenant can not be measured');
    }
  }
  return sizes;
}

async function measure(scope: TenantScope): Promise<SizeApart> {
  const [row] = await tenantDb(scope).$queryRaw<Omit<SizeApart, 'tenantId'>[]>`
    SELECT (SELECT coalesce(sum(bytes), 0) FROM (${placedSizes}) t)::float8 AS bytes,
      (SELECT coalesce(sum(size_bytes), 0) FROM "public"."brand_assets")::float8 AS files,
      (SELECT count(*) FROM "public"."members" WHERE status = 'active')::integer AS people`;
  return { tenantId: scope.tenantId, bytes: 0, files: 0, people: 0, ...row };
}
