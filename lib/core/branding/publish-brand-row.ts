import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { uuidv7 } from '@/lib/platform/ids';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { publishedAssets } from './find-brand';
import type { BrandTokens } from './schema';

/** Shows a brand to the world and to those who look like this tenant. @param tokens null: the tenant looks like its parent */
export async function putPublishedBrand(tx: TenantTx, version: number, tokens: BrandTokens | null): Promise<void> {
  const assets = tokens ? await publishedAssets(tx, tokens) : [];
  await tx.publishedBrand.deleteMany({});
  await tx.publishedBrand.create({
    data: { id: uuidv7(), version, tokens: tokens ?? Prisma.DbNull, assets: [...assets] },
    select: { id: true },
  });
}

/** Tells every node, inside the caller's transaction, that this tenant and whoever looks like it are to be drawn anew. */
export async function announceBrand(
  tx: Pick<TenantTx, '$queryRaw'>,
  { tenantId }: Pick<TenantScope, 'tenantId'>,
): Promise<void> {
  await tx.$queryRaw`SELECT app.announce_brand(${tenantId}::uuid)`;
}
