import { EDGE_HEADERS } from './headers';
import { normaliseHost, type NormalHost } from './host';

export interface EffectiveHost {
  /** Host and port as the browser wrote them; what links on this request would be relative to. */
  authority: string;
  normal: NormalHost;
  https: boolean;
}

/**
 * The host this request was sent to. X-Forwarded-* count only when a trusted proxy is configured (what another peer wrote there was
 * deleted before: lib/http/trusted-peers.ts), and then only a single value:
 * a list means that somebody in front appended to what the client wrote.
 */
export function effectiveHost(
  headers: Headers,
  options: { trustsForwarded: boolean; internal: boolean },
): EffectiveHost {
  const forwarded = options.trustsForwarded || options.internal;
  const authority = (forwarded ? headers.get('x-forwarded-host') : null) ?? headers.get('host') ?? '';
  const https = forwarded && headers.get('x-forwarded-proto') === 'https';
  return { authority, normal: normaliseHost(authority), https };
}

/** True for a request this process sent to itself; an outsider can't know the proof, which never leaves the process. */
export function isInternalRequest(headers: Headers, proof: string): boolean {
  return headers.get(EDGE_HEADERS.proof) === proof;
}
