import 'server-only';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { brandCss, themeColours } from './css';
import { defaultTenantBrand } from './defaults';
import { isMark } from './rules';
import { brandTokensSchema, type BrandTokens } from './schema';

/** A tenant's live brand, ready for the first paint. */
export interface LiveBrand {
  /** Changes with every publication: an ETag, and the key of what is derived from it. */
  version: number;
  tokens: BrandTokens;
  css: string;
  themeColours: { light: string; dark: string };
  /** Paths on the tenant's own hosts; content-addressed, so they may be cached for good. */
  logoUrl: string | null;
  logoDarkUrl: string | null;
  /** The same as PNG, for readers that know no SVG: mails, and what draws with pixels. */
  logoPngUrl: string | null;
  logoDarkPngUrl: string | null;
  /** The logo is a sign without letters, by its shape: where there is room the name stands beside it. */
  logoIsMark: boolean;
  markUrl: string | null;
}

/** The published brand, or the neutral default. Cached per tenant; dropped when something is published. */
export function publishedBrand(scope: TenantScope): Promise<LiveBrand> {
  return brands.get(scope);
}

/** For the node that published: it shows the new brand with the very next page. */
export function dropBrand(tenantId: string): void {
  brands.drop(tenantId);
}

/** The URL of an asset path for readers outside the page, such as mails. */
export function absoluteAssetUrl(host: string, path: string | null): string | null {
  return path && hostOrigin(host) + path;
}

/** Derives everything that a brand's tokens imply; also used for drafts. */
export async function liveBrand(scope: TenantScope, version: number, tokens: BrandTokens): Promise<LiveBrand> {
  const ids = [tokens.logoLightAssetId, tokens.logoDarkAssetId, tokens.faviconAssetId].filter((id) => id !== undefined);
  const assets =
    ids.length === 0
      ? []
      : await tenantDb(scope).brandAsset.findMany({
          where: { id: { in: ids } },
          select: { id: true, sha256: true, mimeType: true, width: true, height: true, vectorSha256: true },
        });
  const url = (id: string | undefined, path: typeof assetPath = assetPath): string | null => {
    const asset = assets.find((row) => row.id === id);
    return asset ? path(asset) : null;
  };
  return {
    version,
    tokens,
    css: brandCss(tokens),
    themeColours: themeColours(tokens),
    logoUrl: url(tokens.logoLightAssetId),
    logoDarkUrl: url(tokens.logoDarkAssetId),
    logoPngUrl: url(tokens.logoLightAssetId, pixelPath),
    logoDarkPngUrl: url(tokens.logoDarkAssetId, pixelPath),
    logoIsMark: assets.some((row) => row.id === tokens.logoLightAssetId && isMark(row)),
    markUrl: url(tokens.faviconAssetId),
  };
}

interface AssetNames {
  sha256: string;
  mimeType: string;
  vectorSha256?: string | null;
}

/** Where a page shows it from: the drawing where there is one. */
export function assetPath(asset: AssetNames): string {
  return asset.vectorSha256 ? `/api/assets/${asset.vectorSha256}.svg` : pixelPath(asset);
}

function pixelPath({ sha256, mimeType }: AssetNames): string {
  return `/api/assets/${sha256}.${mimeType.split('/')[1]}`;
}

const brands = tenantCache<LiveBrand>({ max: 5_000, ttlMs: 60_000, changes: ['branding', 'tenant'], load: loadBrand });

async function loadBrand(scope: TenantScope): Promise<LiveBrand> {
  const db = tenantDb(scope);
  const row = await db.brandVersion.findFirst({
    where: { status: 'published' },
    orderBy: { number: 'desc' },
    select: { number: true, tokens: true },
  });
  const tokens = row
    ? brandTokensSchema.parse(row.tokens)
    : defaultTenantBrand((await db.tenant.findFirst({ select: { name: true } }))?.name ?? '');
  return liveBrand(scope, row?.number ?? 0, tokens);
}
