import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { takeQuota } from '@/lib/core/flags/take-quota';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { IMAGE_BYTES_MAX, type EncodedImage } from '@/lib/platform/images';
import { imageBytes, putImage } from '@/lib/platform/stored-image';
import type { TenantTx } from '@/lib/tenancy/tenant-client';

/** The bytes of an uploaded picture, read only where they are few enough. @throws AppError payload_too_large */
export async function uploadedBytes(file: Blob): Promise<Buffer> {
  if (file.size > IMAGE_BYTES_MAX)
    throw new AppError('payload_too_large', 'Too large.', { messageKey: 'imageTooLarge' });
  return Buffer.from(await file.arrayBuffer());
}

/**
 * Keeps a picture of our own making in the tenant's storage and gives its id. The file precedes its row, so a row never points at
 * nothing. The same picture again is the row that is there.
 * @throws AppError quota_exceeded, unavailable
 */
export async function keepAsset(tx: TenantTx, ctx: MemberContext, kind: string, image: EncodedImage): Promise<string> {
  const { sha256, mimeType, width, height } = image;
  const sizeBytes = imageBytes(image);
  const vectorSha256 = image.vector?.sha256 ?? null;
  const same = () => tx.brandAsset.findFirst({ where: { kind, sha256, vectorSha256 }, select: { id: true } });
  const known = await same();
  if (known) return known.id;
  await takeQuota(tx, ctx, 'quota.storage_bytes', sizeBytes, bytesUsed);
  // The quota's lock lets one upload at a time go on; the one before may have been of this picture.
  const since = await same();
  if (since) return since.id;
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
