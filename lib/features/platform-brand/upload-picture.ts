import 'server-only';
import { requireConsolePermission, type ConsoleContext, type SuperAdminActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { assetPath } from '@/lib/core/branding/pictures';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { IMAGE_BYTES_MAX, reencodeImage } from '@/lib/platform/images';
import { imageBytes, putPlatformImage } from '@/lib/platform/stored-image';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { PlatformPicture, UploadPlatformPicture } from './schema';

/**
 * Takes a picture for the platform's own brand, written anew as a tenant's would be, into a folder that is no tenant's. The file
 * precedes its row, and the same picture again is the row that is there. It shows nowhere until a brand that names it is saved.
 * @throws AppError forbidden, payload_too_large, validation_failed
 */
export async function uploadPlatformPicture(
  ctx: ConsoleContext<SuperAdminActor>,
  { kind, file }: UploadPlatformPicture,
): Promise<PlatformPicture> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  if (file.size > IMAGE_BYTES_MAX)
    throw new AppError('payload_too_large', 'Too large.', { messageKey: 'imageTooLarge' });
  const upload = Buffer.from(await file.arrayBuffer());
  const [image] = await reencodeImage(upload, { kind: kind === 'favicon' ? 'favicon' : 'logo' });
  if (!image) throw new AppError('validation_failed', 'No picture.', { messageKey: 'imageBroken' });
  const { sha256, mimeType, width, height } = image;
  const vectorSha256 = image.vector?.sha256 ?? null;
  const url = assetPath({ sha256, mimeType, vectorSha256 });
  await putPlatformImage(image);
  const sizeBytes = imageBytes(image);
  const id = await consoleDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('platform pictures', 0))::text`;
    const known = await tx.platformAsset.findFirst({ where: { kind, sha256, vectorSha256 }, select: { id: true } });
    if (known) return known.id;
    const data = { id: uuidv7(), kind, sha256, mimeType, sizeBytes, width, height, vectorSha256 };
    const { id: made } = await tx.platformAsset.create({ data, select: { id: true } });
    const changes = changesBetween({}, { kind, sizeBytes, width, height });
    await recordPlatformEvent(
      tx,
      ctx,
      'platform_brand.picture_uploaded',
      { type: 'platform_brand', id: made },
      changes,
    );
    return made;
  });
  return { id, url, width, height };
}
