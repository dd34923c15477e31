import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { resetEnv } from '@/lib/platform/env';
import { disbelieve } from './trusted-peers';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1/none');
  vi.stubEnv('TRUSTED_PROXIES', '192.0.2.7, 10.1.0.0/16, 2001:db8:1::/48');
  resetEnv();
});

afterAll(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

const said = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'console.portico.test',
  'x-forwarded-proto': 'https',
  'x-real-ip': '203.0.113.9',
  forwarded: 'for=203.0.113.9',
};

function left(remoteAddress: string | undefined, more: Record<string, string> = {}): string[] {
  const headers = { host: 'acme.portico.test', ...said, ...more };
  disbelieve({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);
  return Object.keys(headers);
}

describe('what a peer says about host, scheme and address', () => {
  it.each(['192.0.2.7', '::ffff:192.0.2.7', '10.1.2.3', '2001:db8:1::9'])('counts from %s', (peer) => {
    expect(left(peer)).toEqual(['host', ...Object.keys(said)]);
  });

  it.each(['192.0.2.8', '::ffff:192.0.2.8', '10.2.0.1', '2001:db8:2::9', '127.0.0.1', '::1', '', undefined])(
    'is deleted from %s',
    (peer) => {
      expect(left(peer)).toEqual(['host']);
    },
  );

  it('is left for the edge to judge where this machine shows a proof, and nobody else', () => {
    const proof = { [EDGE_HEADERS.proof]: 'anything' };
    expect(left('127.0.0.1', proof)).toContain('x-forwarded-host');
    expect(left('192.0.2.8', proof)).not.toContain('x-forwarded-host');
  });
});
