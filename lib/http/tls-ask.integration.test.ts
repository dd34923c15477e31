import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { uuidv7 } from '@/lib/platform/ids';
import { consoleHost, portalHost, rootHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { closeHostDirectory } from '@/lib/tenancy/host-directory';
import { createTenant, openConsoleFixture, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { TLS_ASK_PATH } from './local-callers';
import { answerTlsAsk } from './tls-ask';

const token = 'internal token of the test, 32 characters and more';
let fixture: ConsoleFixture;
let tenantId: string;

beforeAll(async () => {
  process.env.INTERNAL_TOKEN = token;
  fixture = await openConsoleFixture();
  resetEnv();
  tenantId = await createTenant(fixture, { slug: 'acme' });
  await createTenant(fixture, { slug: 'paused', status: 'suspended' });
  await addHost('portal.acme.example', 'active');
  await addHost('www.acme.example', 'reserved');
});

afterAll(async () => {
  delete process.env.INTERNAL_TOKEN;
  await fixture.close();
});

async function addHost(host: string, status: string, of = tenantId): Promise<void> {
  await consoleDb().host.create({ data: { host, tenantId: of, surface: 'portal', kind: 'custom', status } });
}

async function ask(domain: string, headers: HeadersInit = { authorization: `Bearer ${token}` }): Promise<number> {
  return (await answerTlsAsk(new Request(`http://127.0.0.1${TLS_ASK_PATH}?domain=${domain}`, { headers }))).status;
}

describe('a TLS terminator that asks for a host', () => {
  it('is told yes for an active host of an active tenant, in any spelling, and for our own two', async () => {
    for (const host of ['portal.acme.example', 'PORTAL.acme.example.', portalHost('acme'), consoleHost(), rootHost()])
      expect(await ask(host), host).toBe(200);
    const forwarded = { authorization: `Bearer ${token}`, 'x-forwarded-host': 'portal.acme.example' };
    expect((await answerTlsAsk(new Request(`http://127.0.0.1${TLS_ASK_PATH}`, { headers: forwarded }))).status).toBe(
      200,
    );
  });

  it.each([
    ['an unknown host', 'nobody.example'],
    ['a host that is not active yet', 'www.acme.example'],
    ['a suspended tenant', 'paused.localhost'],
    ['something that is no host', 'a%20b/../c'],
    ['nothing', ''],
  ])('is told no for %s', async (_what, host) => expect(await ask(host)).toBe(404));

  it('does not find the endpoint without the token, or with another', async () => {
    expect(await ask('portal.acme.example', {})).toBe(404);
    expect(await ask('portal.acme.example', { authorization: 'Bearer something else' })).toBe(404);
  });

  it('leaves one line in the ledger for each host, however often it asks', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ask('portal.acme.example')));
    const grants = await consoleDb().certificateGrant.findMany({ where: { host: 'portal.acme.example' } });
    expect(grants).toHaveLength(1);
    expect(grants[0]).toMatchObject({ targetTenantId: tenantId });
    expect(grants[0]?.asked).toBeGreaterThanOrEqual(5);
  });

  it('gets no more than 50 new ones a week for a tenant, renewals of granted ones go on, and other tenants have their own', async () => {
    const [many, other] = [
      await createTenant(fixture, { slug: 'many' }),
      await createTenant(fixture, { slug: 'other' }),
    ];
    const hosts = Array.from({ length: 53 }, (_, i) => `h${i}.many.example`);
    await consoleDb().host.createMany({
      data: hosts.map((host) => ({
        id: uuidv7(),
        host,
        tenantId: many,
        surface: 'portal',
        kind: 'custom',
        status: 'active',
      })),
    });
    const answers = await Promise.all(hosts.map((host) => ask(host)));
    expect(answers.filter((status) => status === 200)).toHaveLength(50);
    const granted = hosts[answers.indexOf(200)] ?? '';
    expect(await ask(granted)).toBe(200);
    await addHost('shop.other.example', 'active', other);
    expect(await ask('shop.other.example')).toBe(200);
    await fixture.admin.query(
      `UPDATE certificate_grants SET granted_at = now() - interval '8 days' WHERE target_tenant_id = $1`,
      [many],
    );
    expect(await ask(hosts[answers.indexOf(404)] ?? '')).toBe(200);
  });

  it('makes a host that changed hands count as the new tenant’s', async () => {
    const heir = await createTenant(fixture, { slug: 'heir' });
    await consoleDb().host.updateMany({ where: { host: 'portal.acme.example' }, data: { tenantId: heir } });
    await closeHostDirectory();
    expect(await ask('portal.acme.example')).toBe(200);
    const grant = await consoleDb().certificateGrant.findUnique({ where: { host: 'portal.acme.example' } });
    expect(grant).toMatchObject({ targetTenantId: heir, asked: 1 });
  });
});
