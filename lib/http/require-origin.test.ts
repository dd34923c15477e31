import { beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { requireOrigin } from './require-origin';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
  process.env.PORT = '3000';
  resetEnv();
});

const from = (origin: string | null) => ({ get: (name: string) => (name === 'origin' ? origin : null) });

describe('requireOrigin', () => {
  it('lets a page of the very host through', () => {
    expect(() => requireOrigin(from('http://acme.localhost:3000'), 'acme.localhost')).not.toThrow();
    expect(() => requireOrigin(from('https://portal.example.com'), 'portal.example.com')).not.toThrow();
  });

  it.each([
    ['absent', null],
    ['null', 'null'],
    ['a sibling tenant', 'http://globex.localhost:3000'],
    ['the parent domain', 'http://localhost:3000'],
    ['another port', 'http://acme.localhost:4000'],
    ['another scheme', 'https://acme.localhost:3000'],
    ['a longer name', 'http://acme.localhost:3000.evil.test'],
    ['its own name as a prefix of another', 'http://evil-acme.localhost:3000'],
    ['a site of the tenant', 'http://acme.sites.localhost:3000'],
  ])('refuses an Origin that is %s', (_what, origin) => {
    expect(() => requireOrigin(from(origin), 'acme.localhost')).toThrow('did not come from this site');
  });
});
