import 'server-only';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { env } from '@/lib/platform/env';

/** Where the TLS terminator asks. */
export const TLS_ASK_PATH = '/api/internal/tls/ask';

/**
 * Marks requests for internal paths that come from this machine and for nobody else. Next shows a route neither the socket nor what
 * a proxy wrote, so this is noted as the request comes in; what a client wrote under the same name is overwritten.
 */
export function markLocalCallers(): void {
  if (registry.porticoMarksLocalCallers) return;
  registry.porticoMarksLocalCallers = true;
  subscribe('http.server.request.start', (message) => mark((message as { request: IncomingMessage }).request));
}

/** Loopback, or whoever shows INTERNAL_TOKEN. */
export function isInternalCaller(headers: Headers): boolean {
  return equal(headers.get(LOCAL_HEADER) ?? '', secret()) || showsInternalToken(headers);
}

/** For what names tenants: a proxy on this machine that tells nothing of its visitors would make each of them a local caller. */
export function showsInternalToken(headers: Headers): boolean {
  const { internalToken } = env();
  return internalToken !== undefined && equal(headers.get('authorization') ?? '', `Bearer ${internalToken}`);
}

const LOCAL_HEADER = 'x-local-caller';
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** A terminator on this machine passes visitors on with one of these; its own questions have none. */
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via'];

export function mark({ url, headers, socket }: Pick<IncomingMessage, 'url' | 'headers' | 'socket'>): void {
  if (!url?.startsWith('/api/internal/')) return;
  const passedOn = PASSED_ON.some((name) => headers[name] !== undefined);
  if (!passedOn && LOOPBACK.test(socket.remoteAddress ?? '')) headers[LOCAL_HEADER] = secret();
  else delete headers[LOCAL_HEADER];
}

function equal(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

// Next loads this module once for the start of the process and once for the route: both must know the same secret.
const registry = globalThis as unknown as { porticoMarksLocalCallers?: boolean; porticoLocalSecret?: string };

function secret(): string {
  return (registry.porticoLocalSecret ??= randomBytes(32).toString('base64url'));
}
