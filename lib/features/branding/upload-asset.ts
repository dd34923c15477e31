import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { proposeColours } from '@/lib/core/branding/logo-colours';
import { assetPath } from '@/lib/core/branding/pictures';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { takeQuota } from '@/lib/core/flags/take-quota';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { IMAGE_BYTES_MAX, reencodeImage, type EncodedImage } from '@/lib/platform/images';
import { imageBytes, putImage } from '@/lib/platform/stored-image';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import type { AssetKind, UploadAsset, UploadedAsset } from './schema';

/**
 * Takes a picture into the tenant's storage, written anew, and proposes colours from a logo. The file precedes its row, so a row
 * never points at nothing. It shows nowhere until a brand that names it is published.
 * @throws AppError forbidden, not_found (favicon without the feature), payload_too_large, validation_failed, quota_exceeded
 */
export async function uploadAsset(ctx: MemberContext, { kind, file }: UploadAsset): Promise<UploadedAsset> {
  requirePermission(ctx, 'branding.manage');
  if (kind === 'favicon') await requireFeature(ctx, 'branding.favicon');
  if (file.size > IMAGE_BYTES_MAX)
    throw new AppError('payload_too_large', 'Too large.', { messageKey: 'imageTooLarge' });
  const image = await encode(Buffer.from(await file.arrayBuffer()), kind);
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

/** The same picture again is the row that is there. */
async function keepAsset(tx: TenantTx, ctx: MemberContext, kind: AssetKind, image: EncodedImage): Promise<string> {
  const { sha256, mimeType, width, height } = image;
  const sizeBytes = imageBytes(image);
  const vectorSha256 = image.vector?.sha256 ?? null;
  const known = await tx.brandAsset.findFirst({ where: { kind, sha256, vectorSha256 }, select: { id: true } });
  if (known) return known.id;
  await takeQuota(tx, ctx, 'quota.storage_bytes', sizeBytes, bytesUsed);
  await putImage(ctx.tenantId, image);
  const data = { id: uuidv7(), kind, sha256, mimeType, sizeBytes, width, height, vectorSha256 };
  const { id } = await tx.brandAsset.create({ data, select: { id: true } });
  const changes = changesBetween({}, { kind, sizeBytes, width, height });
  await recordEvent(tx, ctx, 'branding.asset_uploaded', { type: 'brand_asset', id }, changes);
  return id;
}

async function bytesUsed(tx: TenantTx): Promise<number> {
  const { _sum } = await tx.brandAsset.aggregate({ _sum: { sizeBytes: true } });
  return _sum.sizeBytes ?? 0;
}
