import 'server-only';
import { proposeColours } from '@/lib/core/branding/logo-colours';
import { AppError } from '@/lib/platform/errors';
import { reencodeImage } from '@/lib/platform/images';
import { LOGO_CHARACTERS_MAX } from './schema';

/** A chosen logo as it will be stored, with the colours found in it, for a tenant that does not exist yet. Nothing is kept. */
export async function readLogo(file: File): Promise<{ dataUrl: string; colours: string[] }> {
  const [image] = await reencodeImage(Buffer.from(await file.arrayBuffer()), { kind: 'logo' });
  if (!image) throw new AppError('validation_failed', 'No picture was found.', { messageKey: 'imageBroken' });
  const dataUrl = `data:${image.mimeType};base64,${image.bytes.toString('base64')}`;
  if (dataUrl.length > LOGO_CHARACTERS_MAX)
    throw new AppError('payload_too_large', 'The logo is too detailed.', { messageKey: 'imageTooLarge' });
  return { dataUrl, colours: await proposeColours(image.bytes) };
}
