import { z } from 'zod';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';

/** `platform`: console, find-your-portal page, mails to super-admins. `tenant_default`: what tenants without a brand look like. */
export const platformBrandKeys = ['platform', 'tenant_default'] as const;
export type PlatformBrandKey = (typeof platformBrandKeys)[number];

/** Pictures belong to tenants: the platform's brand is made of its name, colours, corners, font and theme. */
const lookSchema = brandTokensSchema.omit({
  logoLightAssetId: true,
  logoDarkAssetId: true,
  faviconAssetId: true,
  signInPictureAssetId: true,
});

export const savePlatformBrandSchema = z.strictObject({
  key: z.enum(platformBrandKeys),
  /** The version that the form began with; 0 before the first. */
  version: z.int().min(0),
  tokens: lookSchema,
});
export type SavePlatformBrand = z.infer<typeof savePlatformBrandSchema>;

export interface PlatformBrandForm {
  key: PlatformBrandKey;
  version: number;
  tokens: BrandTokens;
}
