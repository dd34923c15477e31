import 'server-only';
import { createHash } from 'node:crypto';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { brandCss, themeColours } from './css';
import { findBrand, publishedAssets, type FoundBrand } from './find-brand';
import { isMark } from './rules';
import type { BrandTokens } from './schema';

/** A tenant's live brand, ready for the first paint. */
export interface LiveBrand {
  /** The number of the publication; 0 where nothing was published. */
  version: number;
  /** Changes whenever the brand does, also between own and inherited: the key of what is derived from it. Safe in an address. */
  revision: string;
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
  signInPictureUrl: string | null;
  /** Set while the brand is a parent's: whose storage has the files, and which of them this tenant's hosts may serve. */
  inherited: { ownerId: string; paths: string[] } | null;
}

/**
 * The brand that the tenant shows: its own, its parent's, or the default. One cache entry gives all that a page needs of it; dropped
 * when the tenant or one above it publishes (app.announce_brand).
 */
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

/** The unpublished brand of a draft, as its editor may see it in use. */
export async function draftBrand(scope: TenantScope, tokens: BrandTokens, savedAt: Date): Promise<LiveBrand> {
  const assets = await publishedAssets(tenantDb(scope), tokens);
  const found = { source: 'own', version: 0, tokens, assets, ownerId: scope.tenantId, parent: null } as const;
  return liveBrand(found, `draft-${savedAt.getTime()}`);
}

/** Derives everything that a brand's tokens imply. */
function liveBrand({ source, version, tokens, assets, ownerId }: FoundBrand, revision: string): LiveBrand {
  const find = (id: string | undefined) => (id === undefined ? undefined : assets.find((row) => row.id === id));
  const url = (id: string | undefined, path: typeof assetPath = assetPath): string | null => {
    const asset = find(id);
    return asset ? path(asset) : null;
  };
  const light = find(tokens.logoLightAssetId);
  return {
    version,
    revision,
    tokens,
    css: brandCss(tokens),
    themeColours: themeColours(tokens),
    logoUrl: url(tokens.logoLightAssetId),
    logoDarkUrl: url(tokens.logoDarkAssetId),
    logoPngUrl: url(tokens.logoLightAssetId, pixelPath),
    logoDarkPngUrl: url(tokens.logoDarkAssetId, pixelPath),
    logoIsMark: light !== undefined && isMark(light),
    markUrl: url(tokens.faviconAssetId),
    signInPictureUrl: url(tokens.signInPictureAssetId),
    inherited:
      source === 'parent' ? { ownerId, paths: assets.flatMap((row) => [assetPath(row), pixelPath(row)]) } : null,
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
  const found = await findBrand(scope);
  return liveBrand(found, revisionOf(found));
}

/** Two brands of one tenant never share it: a parent's version 3 is another brand than the child's own. */
function revisionOf({ source, version, tokens, ownerId }: FoundBrand): string {
  const of =
    source === 'own'
      ? ''
      : createHash('sha256')
          .update(`${ownerId} ${JSON.stringify(tokens)}`)
          .digest('hex');
  return `${version}${of && `-${of.slice(0, 12)}`}`;
}
