import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { env } from './env';

export interface StoredObject {
  body: ReadableStream<Uint8Array>;
  sizeBytes: number;
}

/** Where files live. Keys come from `storageKey` alone; a driver refuses any other. */
export interface Storage {
  /** Writes all of the bytes or none; writing the same key again is harmless. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<StoredObject | null>;
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

/** Content decides the name, the tenant decides the folder: equal files of two tenants are still two files. */
export function storageKey(tenantId: string, sha256: string, extension: string): string {
  return checkedKey(`tenants/${tenantId}/${sha256}.${extension}`);
}

/** The storage of this process, as STORAGE_URL says. */
export function storage(): Storage {
  configured ??= openStorage(env().storageUrl);
  return configured;
}

/** @param url `file:` followed by a path; a relative one starts at the working directory */
export function openStorage(url: string): Storage {
  if (!url.startsWith('file:')) throw new Error('STORAGE_URL must start with file:');
  const root = url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length));
  return openFolder(root);
}

let configured: Storage | undefined;

const KEY = /^tenants\/[0-9a-f-]{36}\/[0-9a-f]{64}\.[a-z0-9]{2,5}$/;

/** The pattern leaves no room for dots, slashes or bytes that would lead out of the tenant's folder. */
function checkedKey(key: string): string {
  if (!KEY.test(key)) throw new Error('Not a storage key.');
  return key;
}

function openFolder(root: string): Storage {
  const locate = (key: string) => path.join(root, checkedKey(key));
  return {
    async put(key, bytes) {
      const target = locate(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await writeWhole(target, bytes);
    },
    async get(key) {
      const file = await open(locate(key), 'r').catch(nullIfMissing);
      if (file === null) return null;
      const { size } = await file.stat();
      // The stream closes the file at its end and when the reader goes away.
      const body = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
      return { body, sizeBytes: size };
    },
    async delete(key) {
      await rm(locate(key), { force: true });
    },
    async exists(key) {
      return (await stat(locate(key)).catch(nullIfMissing)) !== null;
    },
  };
}

/** A reader sees the former file or the whole new one; a crash leaves at most a stray temporary file. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
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
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
