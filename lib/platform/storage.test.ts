import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBucketServer, type BucketServer } from '@/lib/testing/bucket-server';
import { openStorage, storageKey, type Storage } from './storage';

const ACME = '0190a1b2-0000-7000-8000-000000000001';
const GLOBEX = '0190a1b2-0000-7000-8000-000000000002';
const HASH = 'ab'.repeat(32);
const OTHER_HASH = 'cd'.repeat(32);
const MB = 1024 * 1024;

/** Where the files of a test are kept, and how that place dies and comes back. */
interface Place {
  url: string;
  breakDown(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

async function openDisk(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storage-'));
  const root = path.join(folder, 'files');
  return {
    url: `file:${root}`,
    // A file where the folder should be: what a lost mount or a wrong path looks like, also to root.
    async breakDown() {
      await rm(root, { recursive: true, force: true });
      await writeFile(root, '');
    },
    mend: () => rm(root),
    close: () => rm(folder, { recursive: true }),
  };
}

async function openServer(): Promise<Place> {
  const server = await startBucketServer();
  return { url: server.url, breakDown: server.kill, mend: server.restart, close: server.close };
}

async function textOf(storage: Storage, key: string): Promise<string | null> {
  const object = await storage.get(key);
  return object && new Response(object.body).text();
}

describe.each([
  ['a folder', openDisk],
  ['a bucket of an S3-compatible server', openServer],
])('storage in %s', (_, openPlace) => {
  let place: Place;
  let storage: Storage;
  beforeAll(async () => {
    place = await openPlace();
    storage = openStorage(place.url);
  });
  afterAll(() => place.close());
  afterEach(async () => {
    for (const tenant of [ACME, GLOBEX]) await storage.delete(storageKey(tenant, HASH, 'png'));
  });

  it('gives back what was put, streamed and with its size', async () => {
    const key = storageKey(ACME, HASH, 'png');
    const bytes = Buffer.alloc(3 * MB, 'abcdefghij');
    await storage.put(key, bytes);
    const object = await storage.get(key);
    expect(object?.sizeBytes).toBe(bytes.length);
    const pieces: Uint8Array[] = [];
    for await (const piece of object?.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(await storage.exists(key)).toBe(true);
  });

  it('gives the whole picture to a reader who comes after one that went away', async () => {
    const key = storageKey(ACME, HASH, 'png');
    await storage.put(key, Buffer.alloc(3 * MB, 'x'));
    await (await storage.get(key))?.body.cancel();
    expect((await textOf(storage, key))?.length).toBe(3 * MB);
  });

  it('keeps the files of two tenants apart, also when they are equal', async () => {
    await storage.put(storageKey(ACME, HASH, 'png'), Buffer.from('a'));
    expect(await textOf(storage, storageKey(GLOBEX, HASH, 'png'))).toBeNull();
    await storage.put(storageKey(GLOBEX, HASH, 'png'), Buffer.from('a'));
    await storage.delete(storageKey(GLOBEX, HASH, 'png'));
    expect(await textOf(storage, storageKey(ACME, HASH, 'png'))).toBe('a');
  });

  it('answers null for what is not there and deletes twice without complaint', async () => {
    const key = storageKey(ACME, OTHER_HASH, 'webp');
    expect(await storage.get(key)).toBeNull();
    expect(await storage.exists(key)).toBe(false);
    await storage.delete(key);
    await storage.delete(key);
  });

  it('leaves a whole file when many write the same key', async () => {
    const key = storageKey(ACME, HASH, 'png');
    await Promise.all(Array.from({ length: 20 }, () => storage.put(key, Buffer.alloc(100_000, 'x'))));
    expect(await textOf(storage, key)).toBe('x'.repeat(100_000));
  });

  it.each([
    '../etc/passwd',
    '/etc/passwd',
    `tenants/../${HASH}.png`,
    `tenants/${ACME}/../${GLOBEX}/${HASH}.png`,
    `tenants/${ACME}/%2e%2e/${GLOBEX}/${HASH}.png`,
    `tenants/${ACME}/${HASH}.png\0.txt`,
    `tenants/${ACME}/${HASH}`,
    `tenants/${ACME}/${HASH}.png?versionId=1`,
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

  it('says within seconds that it is unavailable, keeps nothing half-written, and goes on when it is back', async () => {
    const key = storageKey(GLOBEX, OTHER_HASH, 'png');
    await place.breakDown();
    const before = performance.now();
    const attempts = [() => storage.put(key, Buffer.alloc(MB)), () => storage.get(key), () => storage.exists(key)].map(
      (attempt) => expect(attempt()).rejects.toMatchObject({ code: 'unavailable', status: 503 }),
    );
    await Promise.all(attempts);
    expect(performance.now() - before).toBeLessThan(8_000);
    await place.mend();
    expect(await storage.exists(key)).toBe(false);
    await storage.put(key, Buffer.from('whole'));
    expect(await textOf(storage, key)).toBe('whole');
  });
});

describe('a folder', () => {
  it('holds no temporary file and nothing that others may read', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'storage-'));
    const storage = openStorage(`file:${folder}`);
    const key = storageKey(ACME, HASH, 'png');
    await storage.put(key, Buffer.from('x'));
    expect(await readdir(path.join(folder, 'tenants', ACME))).toEqual([`${HASH}.png`]);
    expect((await stat(path.join(folder, key))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });
});

describe('a bucket', () => {
  let server: BucketServer;
  beforeAll(async () => {
    server = await startBucketServer();
  });
  afterAll(() => server.close());

  const key = storageKey(ACME, HASH, 'png');
  const refusal = { code: 'unavailable' };

  it('refuses whom it does not know', async () => {
    await openStorage(server.url).put(key, Buffer.from('x'));
    const stranger = openStorage(server.url.replace('S3RVER:', 'guess:'));
    await expect(stranger.get(key)).rejects.toMatchObject(refusal);
    await expect(stranger.put(key, Buffer.from('y'))).rejects.toMatchObject(refusal);
    expect(await textOf(openStorage(server.url), key)).toBe('x');
  });

  it('that does not exist is a fault and not an empty one', async () => {
    const nowhere = openStorage(server.url.replace('@uploads', '@elsewhere'));
    await expect(nowhere.get(key)).rejects.toMatchObject(refusal);
    await expect(nowhere.put(key, Buffer.from('x'))).rejects.toMatchObject(refusal);
  });

  it('keeps two installations apart by their prefix', async () => {
    const other = openStorage(server.url.replace('/portico', '/staging'));
    await openStorage(server.url).put(key, Buffer.from('x'));
    expect(await other.get(key)).toBeNull();
  });

  it('takes the standard variables where the address holds no credentials', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'S3RVER';
    process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';
    const storage = openStorage(server.url.replace('S3RVER:S3RVER@', ''));
    await storage.put(key, Buffer.from('z'));
    expect(await textOf(storage, key)).toBe('z');
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
  });
});

describe('a server that takes the call and never answers', () => {
  let silent: Server;
  let storage: Storage;
  beforeEach(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const address = silent.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    storage = openStorage(`s3://a:b@uploads?endpoint=http://127.0.0.1:${port}`);
  });
  afterEach(() => {
    silent.closeAllConnections();
    silent.close();
  });

  it('is unavailable in less time than a transaction has', async () => {
    const before = performance.now();
    await expect(storage.put(storageKey(ACME, HASH, 'png'), Buffer.from('x'))).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(performance.now() - before).toBeLessThan(8_000);
  });
});

it('refuses other kinds of storage by name', () => {
  expect(() => openStorage('ftp://bucket')).toThrow('STORAGE_URL must start with file: or s3:');
});
