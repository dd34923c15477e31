import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { onChange } from '@/lib/platform/change-bus';
import { env } from '@/lib/platform/env';
import { logger } from '@/lib/platform/logger';
import { dropPages, staleTags } from './site-cache';

/**
 * Drops this node's cached site pages as soon as something they show has changed. Next lets pages be dropped only inside a
 * request, so the process sends one to itself.
 */
export function dropStaleSites(): void {
  onChange((change) => {
    for (const tag of staleTags(change)) waiting().add(tag);
    if (waiting().size > 0) timer ??= setTimeout(flush, GATHER_MS);
  });
}

/** Drops at once what still waits. Only inside a request: whoever is answered next is not shown the old page. */
export function dropWaitingSites(): void {
  if (waiting().size > 0) dropPages([...waiting()]);
}

/** Whether a request comes from this very process: the secret is made here and never leaves the machine. */
export function isOwnCall(headers: Headers): boolean {
  const given = Buffer.from(headers.get(SECRET_HEADER) ?? '');
  const wanted = Buffer.from(secret());
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const SECRET_HEADER = 'x-revalidate-secret';
/** Changes come in bursts: one transaction often tells of several. */
const GATHER_MS = 5;
/** A render that began before the change may finish, and be kept, after it. */
const AGAIN_MS = 1_500;
const TRIES = 3;

let timer: NodeJS.Timeout | undefined;

function flush(): void {
  timer = undefined;
  const tags = [...waiting()];
  waiting().clear();
  void send(tags, 1);
  setTimeout(() => void send(tags, 1), AGAIN_MS).unref();
}

async function send(tags: readonly string[], attempt: number): Promise<void> {
  try {
    const response = await fetch(`http://127.0.0.1:${env().port}/api/internal/revalidate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SECRET_HEADER]: secret() },
      body: JSON.stringify({ tags }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
  } catch (error) {
    if (attempt < TRIES) setTimeout(() => void send(tags, attempt + 1), 250 * attempt).unref();
    // The pages' own time limit is the second line.
    else logger.warn({ err: error, tags }, 'site pages could not be dropped; they expire by themselves');
  }
}

// Next loads this module once for the start of the process and once for the routes: both must know the same.
const registry = globalThis as unknown as { porticoRevalidateSecret?: string; porticoStaleTags?: Set<string> };

function waiting(): Set<string> {
  return (registry.porticoStaleTags ??= new Set());
}

function secret(): string {
  return (registry.porticoRevalidateSecret ??= randomBytes(32).toString('base64url'));
}
