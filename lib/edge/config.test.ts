import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edgeConfig } from './config';

beforeEach(() => {
  for (const name of ['ROOT_DOMAIN', 'SITES_DOMAIN', 'TRUSTED_PROXIES', 'PORT']) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe('edgeConfig', () => {
  it('serves localhost on the port at hand when nothing is set, and trusts no proxy', () => {
    expect(edgeConfig()).toMatchObject({
      rootDomain: 'localhost:3000',
      sitesDomain: 'sites.localhost:3000',
      trustsForwarded: false,
    });
    vi.stubEnv('PORT', '4000');
    expect(edgeConfig().rootDomain).toBe('localhost:4000');
  });

  it('puts sites below the root domain unless they have a domain of their own', () => {
    vi.stubEnv('ROOT_DOMAIN', 'example.com');
    expect(edgeConfig().sitesDomain).toBe('sites.example.com');
    vi.stubEnv('SITES_DOMAIN', 'example.net');
    expect(edgeConfig().sitesDomain).toBe('example.net');
  });

  it('believes forwarded headers only once a proxy is named', () => {
    vi.stubEnv('TRUSTED_PROXIES', '  ');
    expect(edgeConfig().trustsForwarded).toBe(false);
    vi.stubEnv('TRUSTED_PROXIES', '10.0.0.1');
    expect(edgeConfig().trustsForwarded).toBe(true);
  });
});
