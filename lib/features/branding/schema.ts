import { z } from 'zod';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';

/** Shapes of the branding studio. Client-safe. */

/** What somebody saw when they began to edit (rules.ts); another state means that somebody else saved in between. */
const revisionSchema = z.string().regex(/^(?:live:\d{1,9}|draft:\d{1,15})$/, 'invalid');

export const changeBrandSchema = z.strictObject({ revision: revisionSchema, tokens: brandTokensSchema });
export type ChangeBrand = z.infer<typeof changeBrandSchema>;

export const discardDraftSchema = z.strictObject({ revision: revisionSchema });
export const startPreviewSchema = z.strictObject({});
export const inheritSchema = z.strictObject({ revision: revisionSchema });
export const rollBackSchema = z.strictObject({ number: z.int().min(1) });

export const assetKinds = ['logo_light', 'logo_dark', 'favicon', 'sign_in'] as const;
export type AssetKind = (typeof assetKinds)[number];

export const uploadAssetSchema = z.strictObject({ kind: z.enum(assetKinds), file: z.instanceof(Blob) });
export type UploadAsset = z.infer<typeof uploadAssetSchema>;

/** A picture that the form may show. `url` is a path on the tenant's own hosts. */
export interface BrandAssetView {
  id: string;
  url: string;
  width: number;
  height: number;
}

export interface UploadedAsset extends BrandAssetView {
  /** `#rrggbb`, found in the picture, the most characteristic first. Empty for what is no logo. */
  colours: string[];
}

/** The studio as it opens. Times are ISO 8601. */
export interface BrandingForm {
  tokens: BrandTokens;
  revision: string;
  /** What visitors see now; the default brand where nothing was ever published. */
  liveTokens: BrandTokens;
  /** Found in the logo for light ground. */
  logoColours: string[];
  /** The pictures that the tokens name. */
  assets: BrandAssetView[];
  draft: { updatedAt: string; createdByName: string } | null;
  live: { number: number; publishedAt: string; publishedByName: string } | null;
  faviconIncluded: boolean;
  /** The nearest ancestor with a brand. While `live` is null its brand shows. */
  parent: { name: string } | null;
}

/** A published version in the history, newest first. */
export interface BrandVersionView {
  number: number;
  tokens: BrandTokens;
  logoUrl: string | null;
  publishedAt: string;
  publishedByName: string;
  isLive: boolean;
  /** What was published before it, to say what changed; null for the first. */
  before: BrandTokens | null;
}
