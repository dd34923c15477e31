import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { env } from '@/lib/platform/env';
import { isTrustedProxy } from '@/lib/platform/trusted-proxies';

/**
 * Takes away what a peer that is no trusted proxy says about host, scheme and address, before anybody reads it: the edge knows whether there
 * are trusted proxies, but never sees the socket. Without any the edge deletes these headers from everybody.
 */
export function believeTrustedPeers(): void {
  if (registry.porticoBelievesTrustedPeers || env().trustedProxies.length === 0) return;
  registry.porticoBelievesTrustedPeers = true;
  subscribe('http.server.request.start', (message) => disbelieve((message as { request: IncomingMessage }).request));
}

const FORWARDED = /^(?:forwarded|x-forwarded-.+|x-real-ip|via)$/;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** What Next sends to itself names its host this way too; it comes from here and carries a proof that the edge then checks. */
export function disbelieve({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  const peer = socket.remoteAddress ?? '';
  if (isTrustedProxy(peer) || (LOOPBACK.test(peer) && headers[EDGE_HEADERS.proof] !== undefined)) return;
  for (const name of Object.keys(headers)) if (FORWARDED.test(name)) Reflect.deleteProperty(headers, name);
}

// Next loads this module more than once.
const registry = globalThis as unknown as { porticoBelievesTrustedPeers?: boolean };
