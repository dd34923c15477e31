import 'server-only';
import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BucketLocation } from './bucket-url';
import { AppError } from './errors';
import { logger } from './logger';
import { checkedKey, type Storage } from './storage-contract';

/** Files in a bucket of an S3-compatible server. Keys are those of the folder, behind the prefix of the address. */
export function openBucket(location: BucketLocation): Storage {
  const client = connect(location);
  const at = (key: string) => ({
    Bucket: location.bucket,
    Key: (location.prefix === '' ? '' : `${location.prefix}/`) + checkedKey(key),
  });
  return {
    async put(key, bytes) {
      const target = at(key);
      const ContentMD5 = createHash('md5').update(bytes).digest('base64');
      const object = { ...target, Body: bytes, ContentLength: bytes.length, ContentMD5 };
      await answered((abortSignal) => client.send(new PutObjectCommand(object), { abortSignal }));
    },
    async get(key) {
      const target = at(key);
      const found = await answered((abortSignal) => client.send(new GetObjectCommand(target), { abortSignal }));
      if (!found?.Body) return null;
      return { body: found.Body.transformToWebStream(), sizeBytes: found.ContentLength ?? 0 };
    },
    async delete(key) {
      const target = at(key);
      await answered((abortSignal) => client.send(new DeleteObjectCommand(target), { abortSignal }));
    },
    async exists(key) {
      const target = at(key);
      return (await answered((abortSignal) => client.send(new HeadObjectCommand(target), { abortSignal }))) !== null;
    },
  };
}

/** From the call to the answer's head, all attempts together. Less than the 10 s that a transaction may take. */
const ANSWER_MS_MAX = 6_000;
const CONNECT_MS_MAX = 2_000;
/** Without a byte. */
const SILENCE_MS_MAX = 5_000;

function connect({ region, endpoint, pathStyle, credentials }: BucketLocation): S3Client {
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
    maxAttempts: 3,
    // Compatible servers don't all know the newer checksums; Content-MD5 is known to all of them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS_MAX, socketTimeout: SILENCE_MS_MAX },
  });
}

/** @returns null for an object that is not there @throws AppError unavailable */
async function answered<T>(send: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const limit = new AbortController();
  // The body streams on after the answer's head; it has the limit of silence alone.
  const timer = setTimeout(() => limit.abort(), ANSWER_MS_MAX);
  try {
    return await send(limit.signal);
  } catch (error) {
    if (isMissing(error)) return null;
    logger.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'The bucket of uploads failed.');
    throw new AppError('unavailable', 'The storage did not answer.');
  } finally {
    clearTimeout(timer);
  }
}

/** A bucket that is not there is a fault, an object that is not there is an answer. */
function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}
