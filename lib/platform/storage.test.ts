import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage, storageKey, type Storage } from './storage';

const ACME = '0190a1b2-0000-7000-8000-000000000001';
const GLOBEX = '0190a1b2-0000-7000-8000-000000000002';
const HASH = 'ab'.repeat(32);

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'storage-'));
  storage = openStorage(`file:${folder}`);
});
afterEach(() => rm(folder, { recursive: true }));

async function read(key: string): Promise<string | null> {
  const object = await storage.get(key);
  return object && new Response(object.body).text();
}

describe('file storage', () => {
  it('gives back what was put, streamed and with its size', async () => {
    const key = storageKey(ACME, HASH, 'png');
    await storage.put(key, Buffer.from('picture'));
    expect(await read(key)).toBe('picture');
    expect((await storage.get(key))?.sizeBytes).toBe(7);
    expect(await storage.exists(key)).toBe(true);
  });

  it('keeps the files of two tenants apart, also when they are equal', async () => {
    await storage.put(storageKey(ACME, HASH, 'png'), Buffer.from('a'));
    expect(await read(storageKey(GLOBEX, HASH, 'png'))).toBeNull();
    await storage.put(storageKey(GLOBEX, HASH, 'png'), Buffer.from('a'));
    await storage.delete(storageKey(GLOBEX, HASH, 'png'));
    expect(await read(storageKey(ACME, HASH, 'png'))).toBe('a');
  });

  it('answers null for what is not there and deletes twice without complaint', async () => {
    const key = storageKey(ACME, HASH, 'webp');
    expect(await storage.get(key)).toBeNull();
    expect(await storage.exists(key)).toBe(false);
    await storage.delete(key);
  });

  it('leaves whole files only, readable by the owner alone, when many write the same key', async () => {
    const key = storageKey(ACME, HASH, 'png');
    await Promise.all(Array.from({ length: 20 }, () => storage.put(key, Buffer.alloc(100_000, 'x'))));
    expect(await read(key)).toBe('x'.repeat(100_000));
    expect(await readdir(path.join(folder, 'tenants', ACME))).toEqual([`${HASH}.png`]);
    expect((await stat(path.join(folder, key))).mode & 0o777).toBe(0o600);
  });

  it.each([
    '../etc/passwd',
    '/etc/passwd',
    `tenants/../${HASH}.png`,
    `tenants/${ACME}/../${GLOBEX}/${HASH}.png`,
    `tenants/${ACME}/${HASH}.png\0.txt`,
    `tenants/${ACME}/${HASH}`,
    `tenants\\${ACME}\\${HASH}.png`,
    '',
    `tenants/${ACME}/${HASH}.png/`,
    `tenants/${ACME}/${HASH}.png\n`,
  ])('refuses the key %j', async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('Not a storage key');
    await expect(storage.get(key)).rejects.toThrow('Not a storage key');
    await expect(storage.delete(key)).rejects.toThrow('Not a storage key');
    await expect(storage.exists(key)).rejects.toThrow('Not a storage key');
  });

  it('refuses other kinds of storage by name', () => {
    expect(() => openStorage('s3://bucket')).toThrow('STORAGE_URL must start with file:');
  });
});
