import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDnsServer, type TestDnsServer } from '@/lib/testing/dns-server';
import { askServer } from './dns';

const name = '_portico-challenge.brand.example';
let dns: TestDnsServer;

beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.stop());
afterEach(() => dns.zone.clear());

async function valuesOf(...data: string[]): Promise<string[]> {
  dns.set(name, ...data.map((each) => ({ type: 'TXT' as const, data: each })));
  const { answer } = await askServer(dns.address, name, 'TXT');
  return answer.kind === 'records' ? answer.values : [];
}

describe('what a stranger wrote into a name', () => {
  it('comes as it stands where it is honest', async () => {
    expect(await valuesOf('portico-verification=abc', 'v=spf1 -all')).toEqual([
      'portico-verification=abc',
      'v=spf1 -all',
    ]);
  });

  it('can be stored, whatever it is', async () => {
    const values = await valuesOf('a\u0000b', 'portico-verification=abc');
    expect(values.sort()).toEqual(['a\uFFFDb', 'portico-verification=abc']);
  });

  it('is no more than can be kept', async () => {
    const values = await valuesOf(...Array.from({ length: 25 }, (_, each) => `x${each}`));
    expect(values).toHaveLength(20);
  });
});
