import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const required = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
  AUTH_SECRET: 'a'.repeat(32),
  MASTER_KEY: 'b'.repeat(32),
} as const;

describe('the variables', () => {
  it('are refused by name, each with what it must be', () => {
    const bad = { ...required, PORT: '70000', DNS_SERVERS: 'one.one.one.one', AUTH_SECRET: 'short' };
    expect(() => parseEnv(bad)).toThrow(
      /PORT must be between.*AUTH_SECRET must be at least.*DNS_SERVERS must be IP addr/,
    );
    expect(() => parseEnv({ NODE_ENV: 'test' })).toThrow('DATABASE_URL is required');
  });

  it('take addresses and networks of proxies, and nothing that is none', () => {
    const proxies = (text: string) => parseEnv({ ...required, TRUSTED_PROXIES: text }).trustedProxies;
    expect(proxies('127.0.0.1, 10.0.0.0/8,2001:db8::/32')).toEqual(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']);
    for (const wrong of ['caddy', '10.0.0.0/33', '10.0.0.0/', '::/129', '127.0.0.1,', '10.0.0.0/8/8'])
      expect(() => proxies(wrong), wrong).toThrow('TRUSTED_PROXIES must be IP addresses or networks');
  });

  it('promise no mode that is not there', () => {
    expect(() => parseEnv({ ...required, TENANT_MODE: 'single' })).toThrow(/^Configuration: TENANT_MODE must be multi/);
    for (const mode of [{}, { TENANT_MODE: '' }, { TENANT_MODE: 'multi' }])
      expect(() => parseEnv({ ...required, ...mode })).not.toThrow();
  });
});
