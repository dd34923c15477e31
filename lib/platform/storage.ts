import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { readBucketUrl, type BucketLocation } from './bucket-url';
import { env } from './env';
import { AppError } from './errors';
import { logger } from './logger';
import { checkedKey, platformStorageKey, storageKey, type Storage, type StoredObject } from './storage-contract';

export { platformStorageKey, storageKey, type Storage, type StoredObject };

/** The storage of this process, as STORAGE_URL says. */
export function storage(): Storage {
  configured ??= openStorage(env().storageUrl);
  return configured;
}

/** @param url `file:` followed by a path, a relative one starting at the working directory; or `s3:` (bucket-url.ts) */
export function openStorage(url: string): Storage {
  if (url.startsWith('s3:')) return onceNeeded(readBucketUrl(url));
  if (!url.startsWith('file:')) throw new Error('STORAGE_URL must start with file: or s3:');
  const root = url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length));
  return openFolder(root);
}

let configured: Storage | undefined;

/** The client for buckets takes a fifth of a second to load, which no process waits for that has none. */
function onceNeeded(location: BucketLocation): Storage {
  let opened: Promise<Storage> | undefined;
  const bucket = () => (opened ??= import('./bucket').then(({ openBucket }) => openBucket(location)));
  return {
    put: async (key, bytes) => (await bucket()).put(key, bytes),
    get: async (key) => (await bucket()).get(key),
    delete: async (key) => (await bucket()).delete(key),
    exists: async (key) => (await bucket()).exists(key),
  };
}

function openFolder(root: string): Storage {
  const locate = (key: string) => path.join(root, checkedKey(key));
  return {
    put: (key, bytes) => onDisk(() => writeWhole(locate(key), bytes)),
    get: (key) => onDisk(() => readWhole(locate(key))),
    delete: (key) => onDisk(() => rm(locate(key), { force: true })),
    exists: (key) => onDisk(async () => (await stat(locate(key)).catch(nullIfMissing)) !== null),
  };
}

/** A disk that is full, read-only or gone is no fault of the request. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    logger.error({ err: error }, 'The folder of uploads failed.');
    throw new AppError('unavailable', 'The storage did not answer.');
  }
}

async function readWhole(target: string): Promise<StoredObject | null> {
  const file = await open(target, 'r').catch(nullIfMissing);
  if (file === null) return null;
  const { size } = await file.stat();
  // The stream closes the file at its end and when the reader goes away.
  const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
  return { body, sizeBytes: size };
}

/** A reader sees the former file or the whole new one; a crash leaves at most a stray temporary file. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function nullIfMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
