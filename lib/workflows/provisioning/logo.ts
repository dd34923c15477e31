import 'server-only';
import { isAppError } from '@/lib/platform/errors';
import { reencodeImage, type EncodedImage } from '@/lib/platform/images';
import { deleteImage, imageBytes, putImage } from '@/lib/platform/stored-image';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { ProvisioningRefused } from './refusal';
import { derivedId, type ActiveRun } from './run-record';

/**
 * Puts the wizard's logo into the tenant's storage and returns the asset's id. The picture is written anew here too: what the
 * form carried is input, wherever it came from. The file precedes its row, so a row never points at nothing.
 */
export async function storeLogo(run: ActiveRun): Promise<string | undefined> {
  const image = await readLogo(run);
  if (!image) return undefined;
  const { tenantId } = run;
  const id = derivedId(tenantId, 'logo');
  await putImage(tenantId, image);
  const { sha256, mimeType, width, height } = image;
  const vectorSha256 = image.vector?.sha256 ?? null;
  const sizeBytes = imageBytes(image);
  await tenantDb(run.scope).brandAsset.createMany({
    data: [{ tenantId, id, kind: 'logo_light', sha256, mimeType, width, height, vectorSha256, sizeBytes }],
    skipDuplicates: true,
  });
  return id;
}

/** The name follows from the content, so the file is found even when the crash came before its row. */
export async function discardLogo(run: ActiveRun): Promise<void> {
  const image = await readLogo(run).catch(() => undefined);
  if (image) await deleteImage(run.tenantId, image);
  await tenantDb(run.scope).brandAsset.deleteMany({});
}

async function readLogo({ input }: ActiveRun): Promise<EncodedImage | undefined> {
  const logo = input.tenant.branding?.logo;
  if (!logo) return undefined;
  try {
    const [image] = await reencodeImage(Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64'), { kind: 'logo' });
    return image;
  } catch (error) {
    throw isAppError(error) ? new ProvisioningRefused('logo_broken') : error;
  }
}
