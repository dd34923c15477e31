import 'server-only';
import { createHash } from 'node:crypto';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { brandCss, themeColours } from './css';
import { findBrand, publishedAssets, type FoundBrand } from './find-brand';
import { assetPath, picturesOf, pixelPath, type BrandPictures } from './pictures';
import type { BrandTokens } from './schema';

/** A tenant's live brand, ready for the first paint. */
export interface LiveBrand extends BrandPictures {
  /** The number of the publication; 0 where nothing was published. */
  version: number;
  /** Changes whenever the brand does, also between own and inherited: the key of what is derived from it. Safe in an address. */
  revision: string;
  tokens: BrandTokens;
  css: string;
  themeColours: { light: string; dark: string };
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
  const picture = assets.find(({ id }) => id === tokens.signInPictureAssetId);
  return {
    version,
    revision,
    tokens,
    css: brandCss(tokens),
    themeColours: themeColours(tokens),
    ...picturesOf(tokens, assets),
    signInPictureUrl: picture ? assetPath(picture) : null,
    inherited:
      source === 'parent' ? { ownerId, paths: assets.flatMap((row) => [assetPath(row), pixelPath(row)]) } : null,
  };
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
