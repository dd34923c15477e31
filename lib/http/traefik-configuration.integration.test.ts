import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleDb } from '@/lib/tenancy/console-client';
import { grantCertificate } from '@/lib/tenancy/host-directory';
import { createTenant, openConsoleFixture, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { traefikConfiguration } from './traefik-configuration';

let fixture: ConsoleFixture;
let many: string;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const tenantId = await createTenant(fixture, { slug: 'acme' });
  await createTenant(fixture, { slug: 'paused', status: 'suspended' });
  many = await createTenant(fixture, { slug: 'many' });
  const custom = { surface: 'portal', kind: 'custom' };
  await consoleDb().host.createMany({
    data: [
      { ...custom, tenantId, host: 'portal.acme.example', status: 'active' },
      { ...custom, tenantId, host: 'new.acme.example', status: 'reserved' },
      ...Array.from({ length: 60 }, (_, i) => ({
        ...custom,
        tenantId: many,
        host: `h${i}.many.example`,
        status: 'active',
      })),
    ],
  });
});
afterAll(() => fixture.close());

async function hosts(): Promise<string[]> {
  const { http } = await traefikConfiguration();
  return Object.values(http.routers).map(({ rule }) => rule.slice('Host(`'.length, -2));
}

describe('a TLS terminator that is told', () => {
  it('has a router with a certificate for each active host of an active tenant and our own two, and for no other', async () => {
    const told = await hosts();
    expect(told).toEqual(
      expect.arrayContaining(['localhost', 'console.localhost', 'acme.localhost', 'portal.acme.example']),
    );
    for (const host of ['new.acme.example', 'paused.localhost', 'nobody.example']) expect(told).not.toContain(host);
    const { http } = await traefikConfiguration();
    expect(http.routers['portico-portal.acme.example']).toEqual({
      rule: 'Host(`portal.acme.example`)',
      entryPoints: ['websecure'],
      service: 'portico@file',
      tls: { certResolver: 'portico', domains: [{ main: 'portal.acme.example' }] },
    });
  });

  it('is told of 50 new hosts a week of a tenant, with those that were asked for one by one', async () => {
    const ofMany = async (): Promise<string[]> => (await hosts()).filter((host) => /\bmany\b/.test(host));
    const first = await Promise.all([ofMany(), ofMany()]);
    expect(first.map((told) => told.length)).toEqual([50, 50]);
    const left = Array.from({ length: 60 }, (_, i) => `h${i}.many.example`).find((host) => !first[0].includes(host));
    expect(await grantCertificate(left ?? '')).toBe('over_budget');

    await consoleDb().host.delete({ where: { host: first[0][1] ?? '' } });
    expect(await ofMany()).toHaveLength(49);
    await fixture.admin.query(
      `UPDATE certificate_grants SET granted_at = now() - interval '8 days' WHERE target_tenant_id = $1`,
      [many],
    );
    expect(await ofMany()).toHaveLength(61);
  });

  it('writes nothing when there is nothing new', async () => {
    const ledger = (): Promise<unknown> => consoleDb().certificateGrant.findMany({ orderBy: { host: 'asc' } });
    await hosts();
    const before = await ledger();
    await hosts();
    expect(await ledger()).toEqual(before);
  });
});
