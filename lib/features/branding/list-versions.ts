import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { findBrand } from '@/lib/core/branding/find-brand';
import { brandTokensSchema } from '@/lib/core/branding/schema';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { assetIdsOf } from './rules';
import type { BrandAssetView, BrandVersionView } from './schema';
import { readAssets } from './store';

const PAGE_SIZE = 20;

/** Published versions, newest first. @param before only those with a smaller number; `older` is what to ask next */
export async function listVersions(
  ctx: TenantContext,
  before?: number,
): Promise<{
  versions: BrandVersionView[];
  /** Pictures that the versions name. */
  assets: BrandAssetView[];
  older: number | null;
  live: number | null;
}> {
  requirePermission(ctx, 'branding.view');
  const db = tenantDb(ctx);
  const [rows, live] = await Promise.all([
    db.brandVersion.findMany({
      where: { status: 'published', ...(before ? { number: { lt: before } } : {}) },
      orderBy: { number: 'desc' },
      take: PAGE_SIZE + 1,
    }),
    findBrand(ctx, db).then(({ source, version }) => (source === 'own' ? version : null)),
  ]);
  const parsed = rows.map((row) => ({ ...row, tokens: brandTokensSchema.parse(row.tokens) }));
  const shown = parsed.slice(0, PAGE_SIZE);
  const pictures = await readAssets(
    db,
    parsed.flatMap(({ tokens }) => assetIdsOf(tokens)),
  );
  const versions = shown.map((row, at) => ({
    number: row.number,
    tokens: row.tokens,
    logoUrl: pictures.find(({ id }) => id === row.tokens.logoLightAssetId)?.url ?? null,
    publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
    publishedByName: row.publishedByName ?? row.createdByName,
    // A page reads one version more than it shows: its oldest is compared as well.
    before: parsed[at + 1]?.tokens ?? null,
    isLive: row.number === live,
  }));
  return {
    versions,
    assets: pictures.map(({ id, url, width, height }) => ({ id, url, width, height })),
    older: rows.length > PAGE_SIZE ? (shown.at(-1)?.number ?? null) : null,
    live,
  };
}
