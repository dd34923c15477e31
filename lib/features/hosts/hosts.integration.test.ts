import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedPlans } from '@/lib/core/plans/catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { uuidv7 } from '@/lib/platform/ids';
import { consoleDb } from '@/lib/tenancy/console-client';
import { resolveHost } from '@/lib/tenancy/host-directory';
import {
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { addHost } from './add-host';
import { listHosts } from './list-hosts';
import { makeHostPrimary } from './make-host-primary';
import { removeHost } from './remove-host';
import { addHostSchema } from './schema';

const operator = superAdminContext('operator');
let fixture: ConsoleFixture;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  startChangeBus();
  await vi.waitFor(async () => {
    const { rows } = await fixture.admin.query(
      `select 1 from pg_stat_activity where application_name = 'portico_changes'`,
    );
    expect(rows).toHaveLength(1);
  });
});

afterAll(() => fixture.close());

const hostsOf = (tenantId: string) => listHosts(operator, { tenantId, placement: 'shared' });

async function actionsOf(tenantId: string): Promise<string[]> {
  const { rows } = await fixture.admin.query<{ action: string }>(
    'select action from audit_events where tenant_id = $1 order by id',
    [tenantId],
  );
  return rows.map((row) => row.action);
}

/** All of them wait for one lock: on a slow machine the pool runs dry, which is a reason to try again and not an answer. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
    }
  }
}

describe('the addresses of a tenant', () => {
  it('are exactly as many as the plan allows when 20 are added at once', async () => {
    const tenantId = await createTenant(fixture, { slug: 'many-hosts', plan: 'professional' });
    const limit = shippedPlans.professional.values['quota.hosts'];
    const attempts = Array.from({ length: 20 }, (_, i) =>
      patiently(() => addHost(operator, { tenantId, slug: `extra-${i}`, surface: 'portal' })),
    );
    const refused = (await Promise.allSettled(attempts)).filter((result) => result.status === 'rejected');
    expect((await hostsOf(tenantId)).hosts).toHaveLength(limit);
    expect(refused).toHaveLength(20 - (limit - 2));
    for (const { reason } of refused)
      expect(reason).toMatchObject({
        code: 'quota_exceeded',
        details: { quota: { used: limit, limit, requested: 1 } },
      });
    expect((await actionsOf(tenantId)).filter((action) => action === 'host.added')).toHaveLength(limit - 2);
  });

  it('count together with the domains that are on their way', async () => {
    const tenantId = await createTenant(fixture, { slug: 'on-the-way', plan: 'professional' });
    const limit = shippedPlans.professional.values['quota.hosts'];
    await consoleDb().domain.createMany({
      data: Array.from({ length: limit - 3 }, (_, at) => ({
        ...{ tenantId, host: `d${at}.on-the-way.example`, surface: 'portal', challenge: 'a'.repeat(32) },
        challengeExpiresAt: new Date(Date.now() + 86_400_000),
      })),
    });
    const attempts = ['spare-a', 'spare-b', 'spare-c'].map((slug) =>
      patiently(() => addHost(operator, { tenantId, slug, surface: 'portal' })),
    );
    const added = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'fulfilled');
    expect(added).toHaveLength(1);
    expect(await hostsOf(tenantId)).toMatchObject({ used: limit, limit });
  });

  it('serve as soon as they are added, name their primary, and are gone as soon as they are removed', async () => {
    const tenantId = await createTenant(fixture, { slug: 'first-name', plan: 'enterprise' });
    expect(await resolveHost('second-name.localhost')).toBeNull();
    const { id } = await addHost(operator, { tenantId, slug: 'second-name', surface: 'portal' });
    await vi.waitFor(async () =>
      expect(await resolveHost('second-name.localhost')).toMatchObject({
        tenantId,
        isPrimary: false,
        primaryHost: 'first-name.localhost',
      }),
    );

    await makeHostPrimary(operator, { tenantId, hostId: id });
    await vi.waitFor(async () =>
      expect(await resolveHost('first-name.localhost')).toMatchObject({
        isPrimary: false,
        primaryHost: 'second-name.localhost',
      }),
    );

    const former = (await hostsOf(tenantId)).hosts.find((host) => host.host === 'first-name.localhost');
    await removeHost(operator, { tenantId, hostId: former?.id ?? '' });
    await vi.waitFor(async () => expect(await resolveHost('first-name.localhost')).toBeNull());
    expect(await actionsOf(tenantId)).toEqual(['host.added', 'host.primary_changed', 'host.removed']);
  });

  it('never lose a primary, and change one at a time', async () => {
    const tenantId = await createTenant(fixture, { slug: 'keeps-one', plan: 'enterprise' });
    const [first] = (await hostsOf(tenantId)).hosts;
    await expect(removeHost(operator, { tenantId, hostId: first?.id ?? '' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const added = await Promise.all(
      ['swap-a', 'swap-b'].map((slug) => addHost(operator, { tenantId, slug, surface: 'portal' })),
    );
    await Promise.all(added.map(({ id }) => makeHostPrimary(operator, { tenantId, hostId: id })));
    const { hosts } = await hostsOf(tenantId);
    expect(hosts.filter((host) => host.surface === 'portal' && host.isPrimary)).toHaveLength(1);
  });

  it('are never taken from another tenant, nor is its slug', async () => {
    const [one, other] = [
      await createTenant(fixture, { slug: 'owner-a', plan: 'enterprise' }),
      await createTenant(fixture, { slug: 'owner-b', plan: 'enterprise' }),
    ];
    await expect(addHost(operator, { tenantId: one, slug: 'owner-b', surface: 'portal' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await fixture.admin.query(`delete from hosts where tenant_id = $1 and surface = 'site'`, [other]);
    await expect(addHost(operator, { tenantId: one, slug: 'owner-b', surface: 'site' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const foreign = (await hostsOf(other)).hosts[0]?.id ?? '';
    await expect(removeHost(operator, { tenantId: one, hostId: foreign })).rejects.toMatchObject({ code: 'not_found' });
    await expect(makeHostPrimary(operator, { tenantId: one, hostId: foreign })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of a domain of the tenant’s own are released where domains are, not removed here', async () => {
    const tenantId = await createTenant(fixture, { slug: 'own-domain', plan: 'enterprise' });
    await fixture.admin.query(
      `INSERT INTO hosts (id, tenant_id, host, surface, kind, status) VALUES (gen_random_uuid(), $1, 'portal.own.example', 'portal', 'custom', 'active')`,
      [tenantId],
    );
    const custom = (await hostsOf(tenantId)).hosts.find((host) => host.kind === 'custom');
    await expect(removeHost(operator, { tenantId, hostId: custom?.id ?? '' })).rejects.toMatchObject({
      code: 'conflict',
      details: { messageKey: 'hostCustom' },
    });
  });

  it('are refused to support, to an absent tenant and to one that is not in service', async () => {
    const tenantId = await createTenant(fixture, { slug: 'not-yet', status: 'provisioning' });
    await expect(
      addHost(superAdminContext('support'), { tenantId, slug: 'other-name', surface: 'portal' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addHost(operator, { tenantId, slug: 'other-name', surface: 'portal' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      addHost(operator, { tenantId: uuidv7(), slug: 'other-name', surface: 'portal' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each(['console', 'c0nsole', 'a', 'two--dashes', '-edge', 'acme.evil', 'ünïcode'])(
    'can not be named %s',
    (slug) => {
      expect(addHostSchema.safeParse({ tenantId: uuidv7(), slug, surface: 'portal' }).success).toBe(false);
    },
  );
});
