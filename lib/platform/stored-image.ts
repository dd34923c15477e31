import 'server-only';
import type { EncodedImage } from './images';
import { platformStorageKey, storage, storageKey } from './storage';

/** Keeps all files of an image: its pixels, and the drawing where it came as one. */
export async function putImage(tenantId: string, image: EncodedImage): Promise<void> {
  await Promise.all(filesOf(image).map((file) => storage().put(keyOf(tenantId, file), file.bytes)));
}

/** The same for a picture of the platform's own. */
export async function putPlatformImage(image: EncodedImage): Promise<void> {
  await Promise.all(
    filesOf(image).map(({ sha256, extension, bytes }) => storage().put(platformStorageKey(sha256, extension), bytes)),
  );
}

export async function deleteImage(tenantId: string, image: EncodedImage): Promise<void> {
  await Promise.all(filesOf(image).map((file) => storage().delete(keyOf(tenantId, file))));
}

export function imageBytes(image: EncodedImage): number {
  return filesOf(image).reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function filesOf(image: EncodedImage) {
  return image.vector ? [image, image.vector] : [image];
}

function keyOf(tenantId: string, file: { sha256: string; extension: string }): string {
  return storageKey(tenantId, file.sha256, file.extension);
}
