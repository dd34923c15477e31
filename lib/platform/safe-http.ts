import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address';

/** A remote that does not answer as hoped is a value, not an exception. */
export type SafeAnswer =
  | { kind: 'answered'; status: number; body: string; location: string | null }
  | { kind: 'refused'; reason: 'address' }
  | { kind: 'unreachable' | 'timeout' | 'too_large' };

export interface SafeGet {
  url: URL;
  /** All addresses of the name, as resolved by the caller. One that may not be asked stops the request, not only itself. */
  addresses: readonly string[];
  allowPrivate: boolean;
  /** Null: the scheme's own. */
  port: number | null;
  timeoutMs: number;
  maxBytes: number;
  /** False only where the answer proves itself. */
  verifyCertificate: boolean;
}

/**
 * GET of a URL that somebody else chose. The connection goes to an address that was checked, whatever the name resolves to by then
 * (rebinding); redirects are not followed; time and size have a bound.
 */
export function safeGet(request: SafeGet): Promise<SafeAnswer> {
  const [address] = request.addresses;
  if (address === undefined) return Promise.resolve({ kind: 'unreachable' });
  if (!mayConnect(request.addresses, request.allowPrivate))
    return Promise.resolve({ kind: 'refused', reason: 'address' });
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(request.timeoutMs);
    const client = request.url.protocol === 'https:' ? https : http;
    const outgoing = client.get(
      {
        host: address,
        family: isIP(address),
        port: request.port ?? undefined,
        path: request.url.pathname + request.url.search,
        headers: { host: request.url.hostname, accept: 'text/plain' },
        servername: request.url.hostname,
        rejectUnauthorized: request.verifyCertificate,
        agent: false,
        signal,
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          body += part;
          if (body.length <= request.maxBytes) return;
          resolve({ kind: 'too_large' });
          response.destroy();
        });
        response.once('error', () => resolve({ kind: signal.aborted ? 'timeout' : 'unreachable' }));
        response.once('end', () =>
          resolve({
            kind: 'answered',
            status: response.statusCode ?? 0,
            body,
            location: response.headers.location ?? null,
          }),
        );
      },
    );
    const lost = (): void => resolve({ kind: signal.aborted ? 'timeout' : 'unreachable' });
    outgoing.once('error', lost);
    // The last of all: some ends, such as a change of protocol, come without an error.
    outgoing.once('close', lost);
  });
}

/** Whether a connection may be made to a name with these addresses. */
export function mayConnect(addresses: readonly string[], allowPrivate: boolean): boolean {
  return addresses.every((address) => isIP(address) !== 0 && (allowPrivate || isPublicAddress(address)));
}
