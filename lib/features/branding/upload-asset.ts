import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { keepAsset, uploadedBytes } from '@/lib/core/branding/keep-asset';
import { proposeColours } from '@/lib/core/branding/logo-colours';
import { assetPath } from '@/lib/core/branding/pictures';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { AppError } from '@/lib/platform/errors';
import { reencodeImage, type EncodedImage } from '@/lib/platform/images';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { AssetKind, UploadAsset, UploadedAsset } from './schema';

/**
 * Takes a picture into the tenant's storage, written anew, and proposes colours from a logo. It shows nowhere until a brand that
 * names it is published.
 * @throws AppError forbidden, not_found (favicon without the feature), payload_too_large, validation_failed, quota_exceeded
 */
export async function uploadAsset(ctx: MemberContext, { kind, file }: UploadAsset): Promise<UploadedAsset> {
  requirePermission(ctx, 'branding.manage');
  if (kind === 'favicon') await requireFeature(ctx, 'branding.favicon');
  const image = await encode(await uploadedBytes(file), kind);
  const id = await tenantDb(ctx).$transaction((tx) => keepAsset(tx, ctx, kind, image));
  const { sha256, mimeType, width, height, vector } = image;
  const colours = kind === 'favicon' || kind === 'sign_in' ? [] : await proposeColours(image.bytes);
  return { id, url: assetPath({ sha256, mimeType, vectorSha256: vector?.sha256 }), width, height, colours };
}

/** Of a favicon only the largest is kept; smaller ones are drawn from it (brand-icon.ts). */
async function encode(upload: Buffer, kind: AssetKind): Promise<EncodedImage> {
  const [image] = await reencodeImage(upload, { kind: imageKinds[kind] });
  if (!image) throw new AppError('validation_failed', 'No picture.', { messageKey: 'imageBroken' });
  return image;
}

const imageKinds = { logo_light: 'logo', logo_dark: 'logo', favicon: 'favicon', sign_in: 'photo' } as const;
