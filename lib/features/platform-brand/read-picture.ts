import 'server-only';
import { platformStorageKey, storage, type StoredObject } from '@/lib/platform/storage';
import { consoleDb } from '@/lib/tenancy/console-client';

const mimeTypes = { png: 'image/png', svg: 'image/svg+xml' } as const;

export interface PlatformFile extends StoredObject {
  mimeType: (typeof mimeTypes)[keyof typeof mimeTypes];
}

/**
 * A picture of the platform's own brand by its file name (`<sha256>.png`, `.svg`), or null. Only for the hosts of the console and of
 * the find-your-portal page. @throws AppError unavailable
 */
export async function readPlatformPicture(file: string): Promise<PlatformFile | null> {
  const { 1: sha256, 2: extension } = /^([0-9a-f]{64})\.(png|svg)$/.exec(file) ?? [];
  if (sha256 === undefined || (extension !== 'png' && extension !== 'svg')) return null;
  const where = extension === 'svg' ? { vectorSha256: sha256 } : { sha256 };
  if ((await consoleDb().platformAsset.findFirst({ where, select: { id: true } })) === null) return null;
  const object = await storage().get(platformStorageKey(sha256, extension));
  return object && { ...object, mimeType: mimeTypes[extension] };
}
