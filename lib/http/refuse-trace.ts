import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * TRACE would show a page's script the cookies that it may not read, and Next can't even hold such a request: it fails before any code of
 * ours. So it becomes one that is refused like any other, with 405 (RFC 9110 § 15.5.6), before Next sees it.
 */
export function refuseTrace(): void {
  if (registry.porticoRefusesTrace) return;
  registry.porticoRefusesTrace = true;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method === 'TRACE' || request.method === 'TRACK') Object.assign(request, refused);
  });
}

/** A path of every host, where only GET is served. */
const refused = { method: 'PUT', url: '/healthz' };

// Next loads this module more than once.
const registry = globalThis as unknown as { porticoRefusesTrace?: boolean };
