import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { startChangeBus } from '@/lib/platform/change-bus';
import { resetEnv } from '@/lib/platform/env';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { consoleDb } from '@/lib/tenancy/console-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { openConsoleFixture, superAdminContext, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { startDnsServer, type TestDnsServer } from '@/lib/testing/dns-server';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { portalHost } from '@/lib/platform/origins';
import { addDomain } from './add-domain';
import { changeSurface } from './change-surface';
import { checkDomain } from './check-domain';
import { checkDomainNow } from './check-domain-now';
import { challengeName, challengeValue } from './expected-records';
import { forceRelease } from './force-release';
import { listDomains } from './list-domains';
import { mailDnsRecords } from './mail-dns-records';
import { makeDomainPrimary } from './make-domain-primary';
import { readDomain } from './read-domain';
import { releaseDomain } from './release-domain';
import { renewChallenge } from './renew-challenge';
import { changeSurfaceSchema } from './schema';
import { sweepChecks } from './sweep-checks';
import { sweepDomains } from './sweep-domains';

let fixture: ConsoleFixture;
let dns: [TestDnsServer, TestDnsServer, TestDnsServer];
let mine: MemberContext;
let other: MemberContext;
let count = 0;
let host: string;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  dns = [await startDnsServer(), await startDnsServer(), await startDnsServer()];
  process.env.DNS_SERVERS = dns.map(({ address }) => address).join(',');
  process.env.DOMAIN_TARGET = 'edge.portico.test';
  process.env.DOMAIN_ADDRESSES = '198.51.100.7';
  resetEnv();
  startChangeBus();
  await vi.waitFor(async () => {
    const { rows } = await fixture.admin.query(
      `select 1 from pg_stat_activity where application_name = 'portico_changes' and datname = current_database()`,
    );
    expect(rows).toHaveLength(1);
  });
  [mine, other] = [await adminOf(await createTestTenant()), await adminOf(await createTestTenant())];
});

afterAll(async () => {
  for (const name of ['DNS_SERVERS', 'DOMAIN_TARGET', 'DOMAIN_ADDRESSES']) Reflect.deleteProperty(process.env, name);
  await Promise.all(dns.map((server) => server.stop()));
  await fixture.close();
});

beforeEach(() => {
  host = `portal.brand-${(count += 1)}.example`;
});

afterEach(async () => {
  for (const server of dns) {
    server.zone.clear();
    server.mood = 'honest';
  }
  await consoleDb().domain.deleteMany({});
  await consoleDb().host.deleteMany({ where: { kind: 'custom' } });
  await consoleDb().domainQuarantine.deleteMany({});
});

async function adminOf(tenant: TestTenant): Promise<MemberContext> {
  await consoleDb().host.create({
    data: {
      tenantId: tenant.tenantId,
      host: portalHost(tenant.slug),
      surface: 'portal',
      status: 'active',
      isPrimary: true,
    },
  });
  return createMember(tenant, 'admin');
}

async function add(ctx: MemberContext, domain = host) {
  const { id } = await addDomain(ctx, { domain, surface: 'portal' });
  return { id, ...(await tokenOf(ctx, id)) };
}

async function tokenOf(ctx: MemberContext, id: string): Promise<{ challenge: string }> {
  return tenantDb(ctx).domain.findFirstOrThrow({ where: { id }, select: { challenge: true } });
}

/** Makes the records at some of the servers. */
function publish(challenges: readonly string[], servers: readonly TestDnsServer[] = dns, name = host): void {
  for (const server of servers) {
    server.set(
      challengeName(name),
      ...challenges.map((token) => ({ type: 'TXT' as const, data: challengeValue(token) })),
    );
    server.set(name, { type: 'CNAME', data: 'edge.portico.test' });
    server.set('edge.portico.test', { type: 'A', data: '198.51.100.7' });
  }
}

/** No certificate is looked for: what these tests are about is the records. */
async function check(ctx: MemberContext, id: string, now = new Date()): Promise<string> {
  await checkDomain(ctx.tenantId, id, { now: () => now });
  const row = await tenantDb(ctx).domain.findFirst({ where: { id }, select: { status: true } });
  return row?.status ?? 'gone';
}

const hostRow = () => consoleDb().host.findUnique({ where: { host } });

/** What the check wrote: into the platform's log, and into the tenant's, where its rows live apart through the queue. */
async function actions(ctx: MemberContext): Promise<string[]> {
  const [own, platform] = await Promise.all([
    tenantDb(ctx).auditEvent.findMany({ select: { action: true } }),
    consoleDb().platformAuditEvent.findMany({ where: { subjectTenantId: ctx.tenantId }, select: { action: true } }),
  ]);
  return [...own, ...platform].map(({ action }) => action);
}

async function mailsTo(email: string): Promise<string[]> {
  const { rows } = await fixture.admin.query<{ subject: string }>(
    `select payload -> 'mail' ->> 'subject' as subject from graphile_worker._private_jobs where payload -> 'mail' ->> 'to' = $1 order by id`,
    [email],
  );
  return rows.map(({ subject }) => subject);
}

describe('bringing a domain along', () => {
  it('serves it once proof and routing are right, and not before', async () => {
    const { id, challenge } = await add(mine);
    expect(await check(mine, id)).toBe('waiting');
    expect(await hostRow()).toBeNull();
    for (const server of dns) server.set(challengeName(host), { type: 'TXT', data: challengeValue(challenge) });
    expect(await check(mine, id)).toBe('verified');
    expect(await hostRow()).toMatchObject({ status: 'reserved', tenantId: mine.tenantId });
    expect(await resolveHost(host)).toBeNull();
    publish([challenge]);
    expect(await check(mine, id)).toBe('active');
    expect(await hostRow()).toMatchObject({ status: 'active', isPrimary: false, kind: 'custom' });
    expect(await actions(mine)).toEqual(
      expect.arrayContaining(['domain.added', 'domain.verified', 'domain.activated']),
    );
    expect(await mailsTo(mine.actor.email)).toContain(`${host} is in service`);
    const { history } = await readDomain(mine, id);
    expect(history.map(({ subject, after }) => `${subject} ${after}`)).toEqual(
      expect.arrayContaining(['ownership verified', 'routing direct']),
    );
  });

  it('takes two spellings of one name for one', async () => {
    await add(mine, 'Bücher.Example.');
    await expect(add(mine, 'xn--bcher-kva.example')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('serves an apex by its addresses, and not while an old one is left over', async () => {
    host = `apex-${count}.example`;
    const { id, challenge } = await add(mine);
    const addresses = (...list: string[]): void => {
      for (const server of dns) server.set(host, ...list.map((data) => ({ type: 'A' as const, data })));
    };
    publish([challenge]);
    addresses('198.51.100.7', '203.0.113.9');
    expect(await check(mine, id)).toBe('verified');
    expect((await readDomain(mine, id)).findings.map(({ key }) => key)).toContain('old_a');
    addresses('198.51.100.7');
    expect(await check(mine, id)).toBe('active');
  });

  it('refuses without the feature, and without the permission', async () => {
    const free = await adminOf(await createTestTenant({ plan: 'free' }));
    await expect(add(free)).rejects.toMatchObject({ code: 'not_found' });
    const reader = { ...mine, actor: { ...mine.actor, role: 'manager' as const } };
    await expect(add(reader)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listDomains(reader)).addresses.length).toBeGreaterThan(0);
  });
});

describe('a name is one tenant’s', () => {
  it('lets one of two that prove it at the same time have it', async () => {
    const [a, b] = [await add(mine), await add(other)];
    publish([a.challenge, b.challenge]);
    const states = await Promise.all([check(mine, a.id), check(other, b.id)]);
    expect(states.sort()).toEqual(['active', 'waiting']);
    expect(await consoleDb().host.count({ where: { host } })).toBe(1);
  });

  it('takes no other tenant’s token, no token of an earlier attempt, and none that expired', async () => {
    const [a, b] = [await add(mine), await add(other)];
    publish([b.challenge]);
    expect(await check(mine, a.id)).toBe('waiting');
    await renewChallenge(mine, a.id);
    publish([a.challenge]);
    expect(await check(mine, a.id)).toBe('waiting');
    publish([(await tokenOf(mine, a.id)).challenge]);
    expect(await check(mine, a.id, new Date(Date.now() + 7 * 86_400_000 + 60_000))).toBe('expired');
    expect(await hostRow()).toBeNull();
  });

  it('says no in the same words for a name that is taken and one that is kept back', async () => {
    const { id, challenge } = await add(mine);
    publish([challenge]);
    await check(mine, id);
    const taken = await add(other).catch((error: unknown) => error);
    await releaseDomain(mine, id);
    const kept = await add(other).catch((error: unknown) => error);
    expect(taken).toMatchObject({ code: 'conflict', details: { messageKey: 'domainTaken' } });
    expect(kept).toEqual(taken);
  });

  it('keeps a released name for its former tenant for 30 days', async () => {
    const { id, challenge } = await add(mine);
    const rival = await add(other);
    publish([challenge, rival.challenge]);
    await check(mine, id);
    await releaseDomain(mine, id);
    expect(await check(other, rival.id)).toBe('waiting');
    const again = await add(mine);
    publish([again.challenge, rival.challenge]);
    expect(await check(mine, again.id)).toBe('active');
    await releaseDomain(mine, again.id);
    await consoleDb().domainQuarantine.updateMany({ data: { until: new Date() } });
    expect(await check(other, rival.id)).toBe('active');
  });

  it('answers a foreign id exactly like an absent one', async () => {
    const { id } = await add(mine);
    const absent = '019f0000-0000-7000-8000-000000000000';
    for (const run of [readDomain, checkDomainNow, renewChallenge, releaseDomain]) {
      const foreign = await run(other, id).catch((error: unknown) => error);
      expect(foreign).toEqual(await run(other, absent).catch((error: unknown) => error));
      expect(foreign).toMatchObject({ code: 'not_found' });
    }
    const move = (target: string): Promise<unknown> =>
      changeSurface(other, { id: target, surface: 'site' }).catch((error: unknown) => error);
    expect(await move(id)).toEqual(await move(absent));
    expect(await move(id)).toMatchObject({ code: 'not_found' });
    const [own] = (await listDomains(mine)).addresses;
    await expect(makeDomainPrimary(other, own?.hostId ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('resolvers that misbehave', () => {
  it('does not believe one that lies alone', async () => {
    const { id, challenge } = await add(mine);
    publish([challenge], [dns[0]]);
    expect(await check(mine, id)).toBe('waiting');
    publish([challenge]);
    dns[2].set(challengeName(host), { type: 'TXT', data: 'portico-challenge=0' });
    expect(await check(mine, id)).toBe('active');
  });

  it('goes by the others where one is dead or slow, and by none where most are', async () => {
    const { id, challenge } = await add(mine);
    publish([challenge]);
    dns[0].mood = 'servfail';
    dns[1].mood = 'slow';
    expect(await check(mine, id)).toBe('active');
    const keys = (await readDomain(mine, id)).findings.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['resolver_failed', 'resolver_slow', 'txt_right']));
    for (const server of dns) server.zone.clear();
    dns[1].mood = 'servfail';
    expect(await check(mine, id)).toBe('active');
  });

  it('says which resolver does not answer at all', async () => {
    const { id } = await add(mine);
    dns[0].mood = 'dead';
    await check(mine, id);
    expect((await readDomain(mine, id)).findings).toContainEqual(
      expect.objectContaining({ key: 'resolver_timeout', values: { server: dns[0].address } }),
    );
  }, 30_000);
});

describe('in service', () => {
  async function bring(ctx = mine): Promise<{ id: string; challenge: string }> {
    const domain = await add(ctx);
    publish([domain.challenge]);
    expect(await check(ctx, domain.id)).toBe('active');
    return domain;
  }

  it('warns before it is switched off, and then keeps the name for its tenant', async () => {
    const { id } = await bring();
    const [row] = (await listDomains(mine)).addresses.filter((address) => address.domainId === id);
    await makeDomainPrimary(mine, row?.hostId ?? '');
    for (const server of dns) server.zone.clear();
    const day = 86_400_000;
    const now = Date.now();
    for (const days of [0, 1, 3, 6]) expect(await check(mine, id, new Date(now + days * day))).toBe('trouble');
    expect(await hostRow()).toMatchObject({ status: 'active', isPrimary: true });
    expect(await check(mine, id, new Date(now + 7 * day))).toBe('off');
    expect(await hostRow()).toBeNull();
    const own = await consoleDb().host.findFirstOrThrow({ where: { tenantId: mine.tenantId, surface: 'portal' } });
    expect(own.isPrimary).toBe(true);
    const subjects = await mailsTo(mine.actor.email);
    expect(subjects.filter((subject) => subject.startsWith(`${host} will be switched off`))).toHaveLength(3);
    expect(subjects.at(-1)).toBe(`${host} was switched off`);
    await expect(add(other)).rejects.toMatchObject({ code: 'conflict' });
    await renewChallenge(mine, id);
    publish([(await tokenOf(mine, id)).challenge]);
    expect(await check(mine, id)).toBe('active');
  });

  it('waits while its tenant is suspended', async () => {
    const { id } = await bring();
    for (const server of dns) server.zone.clear();
    await consoleDb().tenant.update({ where: { id: mine.tenantId }, data: { status: 'suspended' } });
    expect(await check(mine, id)).toBe('active');
    await consoleDb().domain.updateMany({ data: { nextCheckAt: new Date(0) } });
    await fixture.admin.query(`delete from graphile_worker._private_jobs`);
    await sweepDomains();
    const queued = async () =>
      (await fixture.admin.query(`select 1 from graphile_worker._private_jobs where payload ->> 'domainId' = $1`, [id]))
        .rows.length;
    expect(await queued()).toBe(0);
    await consoleDb().tenant.update({ where: { id: mine.tenantId }, data: { status: 'active' } });
    await sweepDomains();
    expect(await queued()).toBe(1);
  });

  it('becomes primary in one step, and gives that back when it is released', async () => {
    const { id } = await bring();
    const { hostId } = await readDomain(mine, id);
    await makeDomainPrimary(mine, hostId ?? '');
    const primaries = () =>
      consoleDb().host.findMany({
        where: { tenantId: mine.tenantId, isPrimary: true, surface: 'portal' },
        select: { host: true },
      });
    expect(await primaries()).toEqual([{ host }]);
    await releaseDomain(mine, id);
    expect(await primaries()).toEqual([{ host: portalHost(mine.slug) }]);
    expect(await hostRow()).toBeNull();
  });

  it('serves the other surface from one moment to the next, and is seen there at once', async () => {
    const { id } = await bring();
    expect(await resolveHost(host)).toMatchObject({ surface: 'portal', isPrimary: false });
    await changeSurface(mine, { id, surface: 'site' });
    // The tenant has no other site, so it leads nowhere else.
    await vi.waitFor(async () => expect(await resolveHost(host)).toMatchObject({ surface: 'site', isPrimary: true }));
    expect(await readDomain(mine, id)).toMatchObject({ surface: 'site', status: 'active', isPrimary: true });
    expect(await actions(mine)).toContain('domain.surface_changed');
    expect(await check(mine, id)).toBe('active');
    expect(await hostRow()).toMatchObject({ surface: 'site', status: 'active' });
    await changeSurface(mine, { id, surface: 'site' });
    // Never back: a page with the tenant's script may be open there.
    expect(changeSurfaceSchema.safeParse({ id, surface: 'portal' }).success).toBe(false);
  });

  it('does not leave a surface whose primary it is, nor go anywhere before it is proven', async () => {
    const { id } = await bring();
    const { hostId } = await readDomain(mine, id);
    await makeDomainPrimary(mine, hostId ?? '');
    await expect(changeSurface(mine, { id, surface: 'site' })).rejects.toMatchObject({
      code: 'conflict',
      details: { messageKey: 'domainPrimary' },
    });
    expect(await hostRow()).toMatchObject({ surface: 'portal', isPrimary: true });
    const waiting = await add(mine, `waiting-${host}`);
    await expect(changeSurface(mine, { id: waiting.id, surface: 'site' })).rejects.toMatchObject({
      details: { messageKey: 'domainUnproven' },
    });
    const reader = { ...mine, actor: { ...mine.actor, role: 'manager' as const } };
    await expect(changeSurface(reader, { id, surface: 'site' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is made primary and moved at the same moment in one order or the other, never both halves', async () => {
    for (let round = 0; round < 5; round++) {
      host = `race-${count}-${round}.example`;
      const { id } = await bring();
      const { hostId } = await readDomain(mine, id);
      await Promise.allSettled([makeDomainPrimary(mine, hostId ?? ''), changeSurface(mine, { id, surface: 'site' })]);
      const primaries = await consoleDb().host.findMany({ where: { tenantId: mine.tenantId, isPrimary: true } });
      expect(primaries.filter(({ surface }) => surface === 'portal')).toHaveLength(1);
      expect((await hostRow())?.surface).toBe((await readDomain(mine, id)).surface);
      await releaseDomain(mine, id);
    }
  });

  it('says when its certificate was asked for, and until when none can be', async () => {
    const { id } = await bring();
    const ledger = async () => (await readDomain(mine, id)).certificateLedger;
    expect(await ledger()).toEqual({ askedAt: null, freeAt: null, limit: 50 });
    const grant = (name: string, of = mine, age = '0 days'): Promise<unknown> =>
      fixture.admin.query(
        `INSERT INTO certificate_grants (host, target_tenant_id, granted_at, asked_at) VALUES ($1, $2, now() - $3::interval, now())`,
        [name, of.tenantId, age],
      );
    await grant(host, other);
    expect(await ledger()).toMatchObject({ askedAt: null });
    for (let used = 0; used < 50; used++) await grant(`h${used}.${host}`, mine, `${used} hours`);
    const { askedAt, freeAt } = await ledger();
    expect(askedAt).toBeNull();
    // The fiftieth newest was 49 hours ago: a week after it there is room.
    expect(Math.round((new Date(freeAt ?? 0).getTime() - Date.now()) / 3_600_000)).toBe(7 * 24 - 49);
    await fixture.admin.query('UPDATE certificate_grants SET target_tenant_id = $2 WHERE host = $1', [
      host,
      mine.tenantId,
    ]);
    expect((await ledger()).askedAt).not.toBeNull();
    await fixture.admin.query('DELETE FROM certificate_grants');
  });

  it('can be taken away by the platform with a reason, and is free then', async () => {
    const { id } = await bring();
    await expect(
      forceRelease(superAdminContext('support'), { tenantId: mine.tenantId, id, reason: 'changed hands' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await forceRelease(superAdminContext('operator'), { tenantId: mine.tenantId, id, reason: 'changed hands' });
    const rival = await add(other);
    publish([rival.challenge]);
    expect(await check(other, rival.id)).toBe('active');
  });
});

describe('limits', () => {
  it('lets nobody check or mail without end', async () => {
    const { id } = await add(mine);
    const checks = Array.from({ length: 7 }, () => checkDomainNow(mine, id));
    const refused = (await Promise.allSettled(checks)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    for (let sent = 0; sent < 3; sent++) await mailDnsRecords(mine, { id, email: 'dns@hoster.example' });
    await expect(mailDnsRecords(mine, { id, email: 'DNS@hoster.example' })).rejects.toMatchObject({
      code: 'rate_limited',
    });
    expect(await mailsTo('dns@hoster.example')).toHaveLength(3);
  });

  it('counts what is on its way against the quota', async () => {
    const small = await adminOf(await createTestTenant({ plan: 'basic' }));
    for (let taken = 0; taken < 4; taken++) await add(small, `d${taken}-${host}`);
    await expect(add(small)).rejects.toMatchObject({ code: 'quota_exceeded' });
  });

  it('lets as many in as there is room for when many are added at the same moment', async () => {
    const small = await adminOf(await createTestTenant({ plan: 'basic' }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => add(small, `r${at}-${host}`)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'quota_exceeded' });
    expect((await listDomains(small)).addresses).toHaveLength(5);
  });
});

describe('the history', () => {
  it('forgets what is old or too much, and never the newest of a subject', async () => {
    const { id } = await add(mine);
    const quiet = await add(mine, `quiet-${host}`);
    const entry = (domainId: string, subject: string, days: number) => ({
      ...{ tenantId: mine.tenantId, domainId, subject, before: 'waiting', after: 'verified' },
      at: new Date(Date.now() - days * 86_400_000),
    });
    await consoleDb().domainCheck.createMany({
      data: [
        ...Array.from({ length: 230 }, (_, at) => entry(id, 'routing', at / 24)),
        entry(quiet.id, 'ownership', 900),
        entry(quiet.id, 'ownership', 800),
        entry(quiet.id, 'routing', 500),
        entry(quiet.id, 'routing', 10),
      ],
    });
    await sweepChecks();
    const left = async (domainId: string) =>
      (await consoleDb().domainCheck.findMany({ where: { domainId }, orderBy: { at: 'desc' } })).map(
        ({ subject, at }) => [subject, Math.round((Date.now() - at.getTime()) / 86_400_000)],
      );
    expect(await left(id)).toHaveLength(200);
    expect(await left(quiet.id)).toEqual([
      ['routing', 10],
      ['ownership', 800],
    ]);
  });
});
