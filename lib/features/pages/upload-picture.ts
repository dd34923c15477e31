import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { keepAsset, uploadedBytes } from '@/lib/core/branding/keep-asset';
import { assetPath } from '@/lib/core/branding/pictures';
import { AppError } from '@/lib/platform/errors';
import { reencodeImage } from '@/lib/platform/images';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requirePages } from './require-pages';
import { PICTURE_KIND } from './rules';
import type { UploadedPicture, UploadPicture } from './schema';

/**
 * Takes a picture for shared links into the tenant's storage, written anew. It stands for no page until one that names it is
 * published.
 * @throws AppError not_found, forbidden, payload_too_large, validation_failed, quota_exceeded
 */
export async function uploadPicture(ctx: MemberContext, { file }: UploadPicture): Promise<UploadedPicture> {
  await requirePages(ctx, 'site.manage');
  const [image] = await reencodeImage(await uploadedBytes(file), { kind: 'share' });
  if (!image) throw new AppError('validation_failed', 'No picture.', { messageKey: 'imageBroken' });
  const id = await tenantDb(ctx).$transaction((tx) => keepAsset(tx, ctx, PICTURE_KIND, image));
  return { id, url: assetPath(image) };
}
