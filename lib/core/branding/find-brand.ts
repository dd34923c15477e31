import 'server-only';
import { z } from 'zod';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { defaultTenantBrand } from './defaults';
import { withoutPictures } from './rules';
import { brandTokensSchema, type BrandTokens } from './schema';

/** A picture as it is published with a brand. */
const publishedAssetSchema = z.object({
  id: z.uuid(),
  sha256: z.string(),
  mimeType: z.string(),
  width: z.int(),
  height: z.int(),
  vectorSha256: z.string().nullish(),
});
export type PublishedAsset = z.infer<typeof publishedAssetSchema>;

/** The brand that a tenant shows, and where it is from. */
export interface FoundBrand {
  source: 'own' | 'parent' | 'default';
  version: number;
  tokens: BrandTokens;
  /** The pictures that the tokens name, where they were published along. */
  assets: PublishedAsset[];
  /** Whose storage has the files. */
  ownerId: string;
  /** The nearest ancestor with a brand, whether it is used or not. */
  parent: { name: string } | null;
}

/** The tenant's published brand, else its parent's, else the default, in one query. A child keeps its own name. */
export async function findBrand(
  scope: TenantScope,
  db: Pick<TenantTx, '$queryRaw' | 'brandVersion' | 'brandAsset'> = tenantDb(scope),
): Promise<FoundBrand> {
  const rows = await db.$queryRaw<unknown[]>`SELECT * FROM app.live_brand()`;
  const row = rowSchema.parse(rows[0]);
  const parent = row.parent_name === null ? null : { name: row.parent_name };
  const own = row.decided ? ownOf(row) : await ownBefore(db);
  if (own) return { source: 'own', ...own, ownerId: scope.tenantId, parent };
  const name = row.tenant_name.slice(0, 60);
  if (row.parent_id !== null && row.parent_tokens !== null)
    return {
      source: 'parent',
      version: row.parent_version ?? 0,
      tokens: { ...row.parent_tokens, displayName: name },
      assets: row.parent_assets ?? [],
      ownerId: row.parent_id,
      parent,
    };
  const start = row.default_tokens ? withoutPictures(row.default_tokens) : defaultTenantBrand(name);
  return {
    source: 'default',
    version: 0,
    tokens: { ...start, displayName: name },
    assets: [],
    ownerId: scope.tenantId,
    parent,
  };
}

const tokens = brandTokensSchema.nullable();
const assets = z.array(publishedAssetSchema).nullable();
const rowSchema = z.object({
  tenant_name: z.string(),
  decided: z.boolean(),
  own_version: z.int().nullable(),
  own_tokens: tokens,
  own_assets: assets,
  parent_id: z.uuid().nullable(),
  parent_name: z.string().nullable(),
  parent_version: z.int().nullable(),
  parent_tokens: tokens,
  parent_assets: assets,
  default_tokens: tokens,
});
type Row = z.infer<typeof rowSchema>;
type Own = Pick<FoundBrand, 'version' | 'tokens' | 'assets'>;

function ownOf({ own_version, own_tokens, own_assets }: Row): Own | null {
  return own_tokens && { version: own_version ?? 0, tokens: own_tokens, assets: own_assets ?? [] };
}

/** A brand that was published in a place of the tenant's own before publications were kept in the directory too. */
async function ownBefore(db: Pick<TenantTx, 'brandVersion' | 'brandAsset'>): Promise<Own | null> {
  const row = await db.brandVersion.findFirst({
    where: { status: 'published' },
    orderBy: { number: 'desc' },
    select: { number: true, tokens: true },
  });
  if (!row) return null;
  const own = brandTokensSchema.parse(row.tokens);
  return { version: row.number, tokens: own, assets: await publishedAssets(db, own) };
}

/** The tenant's own pictures that a brand names, as they are published with it. */
export function publishedAssets(db: Pick<TenantTx, 'brandAsset'>, tokens: BrandTokens): Promise<PublishedAsset[]> {
  const ids = [tokens.logoLightAssetId, tokens.logoDarkAssetId, tokens.faviconAssetId, tokens.signInPictureAssetId];
  const named = ids.filter((id) => id !== undefined);
  if (named.length === 0) return Promise.resolve([]);
  return db.brandAsset.findMany({
    where: { id: { in: named } },
    select: { id: true, sha256: true, mimeType: true, width: true, height: true, vectorSha256: true },
  });
}
