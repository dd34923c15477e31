import 'server-only';
import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { AppError } from './errors';
import { detectImageFormat, type ImageFormat } from './image-format';
import { cleanSvg } from './svg';
import { SvgRefused } from './svg-tree';

export const IMAGE_BYTES_MAX = 2 * 1024 * 1024;

export type ImageKind = 'logo' | 'favicon' | 'photo' | 'share';

export interface EncodedImage {
  bytes: Buffer;
  mimeType: 'image/png' | 'image/webp' | 'image/jpeg';
  extension: 'png' | 'webp' | 'jpeg';
  width: number;
  height: number;
  /** Hex; the name under which the bytes are stored. */
  sha256: string;
  /** Of a logo that came as SVG: the drawing itself, cleaned, from which the pixels were drawn. */
  vector?: { bytes: Buffer; extension: 'svg'; sha256: string };
}

/**
 * Turns an upload into images of our own making: decoded within limits, scaled, written anew as PNG (which mail programs show
 * too). Nothing of the original file survives but its pixels: no metadata, no second format hidden behind the first. Of an SVG its
 * shapes survive as well, written anew (svg.ts). A logo gives one image of at most 1,024 × 512 (twice its largest size on a page), a favicon 512, 180 and 32 square,
 * the largest first, a photo one WebP of at most 1,600 square: only browsers show it. A picture for shared links is one JPEG of exactly
 * 1,200 × 630, cut to that shape: what fetches it is of every age, and wants it small.
 *
 * @throws AppError payload_too_large or validation_failed, with a message for the person who chose the file
 */
export async function reencodeImage(upload: Buffer, { kind }: { kind: ImageKind }): Promise<EncodedImage[]> {
  if (upload.length > IMAGE_BYTES_MAX) throw refusal('payload_too_large', 'imageTooLarge');
  const format = detectImageFormat(upload);
  if (format === null) throw refusal('validation_failed', 'imageUnsupported');
  try {
    const clean = format === 'svg' ? cleanSvg(upload) : upload;
    await checkHeader(clean, format);
    if (kind === 'photo') return [await encodePhoto(clean, format)];
    if (kind === 'share') return [await encodeShare(clean, format)];
    return kind === 'logo' ? [await encodeLogo(clean, format)] : await encodeFavicons(clean, format);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof SvgRefused)
      throw refusal('validation_failed', error.reason === 'complex' ? 'imageTooComplex' : 'imageBroken');
    const tooMany = error instanceof Error && /pixel limit/i.test(error.message);
    throw refusal('validation_failed', tooMany ? 'imageTooManyPixels' : 'imageBroken');
  }
}

const PIXELS_MAX = 4096 * 4096;
const LOGO = { width: 1024, height: 512 };
const PHOTO = { width: 1600, height: 1600 };
const SHARE = { width: 1200, height: 630 };
const FAVICON_SIZES = [512, 180, 32] as const;
const DECODE_SECONDS_MAX = 10;

/** The decoder must see the format that the magic bytes promised, and no more pixels than we are willing to decode. */
async function checkHeader(upload: Buffer, format: ImageFormat): Promise<void> {
  const { format: decoded, width, height } = await sharp(upload, { limitInputPixels: false }).metadata();
  if (decoded !== (format === 'avif' ? 'heif' : format)) throw refusal('validation_failed', 'imageBroken');
  // An SVG is drawn at the size we choose, so its own size costs nothing.
  if (format !== 'svg' && width * height > PIXELS_MAX) throw refusal('validation_failed', 'imageTooManyPixels');
}

async function encodeLogo(upload: Buffer, format: ImageFormat): Promise<EncodedImage> {
  const image = await decode(upload, format, LOGO);
  const encoded = await encode(image.resize(LOGO.width, LOGO.height, { fit: 'inside', withoutEnlargement: true }));
  if (format !== 'svg') return encoded;
  return { ...encoded, vector: { bytes: upload, extension: 'svg', sha256: sha256Of(upload) } };
}

async function encodePhoto(upload: Buffer, format: ImageFormat): Promise<EncodedImage> {
  const image = await decode(upload, format, PHOTO);
  const { data, info } = await image
    .resize(PHOTO.width, PHOTO.height, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 4 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { bytes: data, mimeType: 'image/webp', extension: 'webp', width, height, sha256: sha256Of(data) };
}

/** Other places lay it on grounds of their own, so what is transparent becomes white. */
async function encodeShare(upload: Buffer, format: ImageFormat): Promise<EncodedImage> {
  // A drawing is cut as well, so it is drawn larger than what is left of it.
  const image = await decode(upload, format, { width: 2 * SHARE.width, height: 2 * SHARE.height });
  const { data, info } = await image
    .resize(SHARE.width, SHARE.height, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { bytes: data, mimeType: 'image/jpeg', extension: 'jpeg', width, height, sha256: sha256Of(data) };
}

function encodeFavicons(upload: Buffer, format: ImageFormat): Promise<EncodedImage[]> {
  return Promise.all(
    FAVICON_SIZES.map(async (size) => {
      const image = await decode(upload, format, { width: size, height: size });
      const square = image.resize(size, size, { fit: 'contain', background: TRANSPARENT });
      // A home screen shows transparent parts of the 180-pixel icon as black.
      return encode(size === 180 ? square.flatten({ background: '#ffffff' }) : square);
    }),
  );
}

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

async function decode(upload: Buffer, format: ImageFormat, target: { width: number; height: number }): Promise<Sharp> {
  const density = format === 'svg' ? await svgDensity(upload, target) : undefined;
  const options = { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1, density } as const;
  return sharp(upload, options).timeout({ seconds: DECODE_SECONDS_MAX }).autoOrient().toColourspace('srgb');
}

/** The resolution at which a drawing of any size fills the target: sharp edges for small ones, no huge canvas for large ones. */
async function svgDensity(upload: Buffer, target: { width: number; height: number }): Promise<number> {
  const { width, height } = await sharp(upload, { limitInputPixels: false, density: DENSITY_DEFAULT }).metadata();
  const scale = Math.min(target.width / Math.max(1, width), target.height / Math.max(1, height));
  return Math.min(DENSITY_MAX, Math.max(1, DENSITY_DEFAULT * scale));
}

const DENSITY_DEFAULT = 72;
const DENSITY_MAX = 7200;

async function encode(image: Sharp): Promise<EncodedImage> {
  const { data, info } = await image.png({ compressionLevel: 9, effort: 8 }).toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { bytes: data, mimeType: 'image/png', extension: 'png', width, height, sha256: sha256Of(data) };
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refusal(code: 'payload_too_large' | 'validation_failed', messageKey: string): AppError {
  return new AppError(code, `Image refused: ${messageKey}`, { messageKey });
}
