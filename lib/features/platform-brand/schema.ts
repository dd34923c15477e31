import { z } from 'zod';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';

/** `platform`: console, find-your-portal page, mails to super-admins. `tenant_default`: what tenants without a brand look like. */
export const platformBrandKeys = ['platform', 'tenant_default'] as const;
export type PlatformBrandKey = (typeof platformBrandKeys)[number];

/** Only the platform's own brand has pictures: those of a tenant belong to the tenant. */
export const platformPictures = {
  logo_light: 'logoLightAssetId',
  logo_dark: 'logoDarkAssetId',
  favicon: 'faviconAssetId',
} as const;
export type PlatformPictureKind = keyof typeof platformPictures;
export const platformPictureKinds = ['logo_light', 'logo_dark', 'favicon'] as const satisfies PlatformPictureKind[];

export const savePlatformBrandSchema = z.strictObject({
  key: z.enum(platformBrandKeys),
  /** The version that the form began with; 0 before the first. */
  version: z.int().min(0),
  tokens: brandTokensSchema.omit({ signInPictureAssetId: true }),
});
export type SavePlatformBrand = z.infer<typeof savePlatformBrandSchema>;

export const uploadPlatformPictureSchema = z.strictObject({
  kind: z.enum(platformPictureKinds),
  file: z.instanceof(Blob),
});
export type UploadPlatformPicture = z.infer<typeof uploadPlatformPictureSchema>;

/** `url` is a path on the hosts of the console and of the find-your-portal page. */
export interface PlatformPicture {
  id: string;
  url: string;
  width: number;
  height: number;
}

export interface PlatformBrandForm {
  key: PlatformBrandKey;
  version: number;
  tokens: BrandTokens;
  /** The pictures that the tokens name. */
  pictures: PlatformPicture[];
}
