import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleContext } from '@/lib/core/access/context';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import { hashToken, unwrapKey } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { newTenant, tinyLogo } from '@/lib/testing/new-tenant';
import {
  openLab,
  requestTenant,
  systemCtx,
  tenantIdOf,
  wholeTenant,
  type ProvisioningLab,
} from '@/lib/testing/provisioning';
import { checkSlug } from './check-slug';
import { runProvisioning } from './engine';
import { readRun } from './read-run';
import { requestProvisioning } from './request-provisioning';
import { stepNames } from './schema';
import { sweepRuns } from './sweep-runs';

let lab: ProvisioningLab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab.close());

describe('a run that is left alone', () => {
  it('makes a whole tenant that answers on its hosts', async () => {
    const runId = await requestTenant('acme-one');
    await runProvisioning(runId);
    const run = await readRun(systemCtx, runId);
    expect(run.status).toBe('completed');
    expect(run.steps.map(({ name, status }) => [name, status])).toEqual(stepNames.map((name) => [name, 'done']));
    expect(await lab.rowsOf(run.tenant.id)).toEqual(wholeTenant);
    expect(await resolveHost('acme-one.localhost')).toMatchObject({
      tenantId: run.tenant.id,
      surface: 'portal',
      status: 'active',
      isPrimary: true,
    });
    expect(await resolveHost('acme-one.sites.localhost')).toMatchObject({ tenantId: run.tenant.id, surface: 'site' });
  });

  it('seeds what the wizard asked for', async () => {
    const runId = await requestTenant('acme-two');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const { rows } = await lab.admin.query<Record<string, unknown>>(
      `SELECT s.time_zone, s.locale, s.currency, b.number, b.status, b.tokens ->> 'brandColour' AS colour, b.tokens ->> 'logoLightAssetId' = a.id::text AS logo, o.set_by, o.reason, p.key AS plan, t.industry
       FROM tenants t JOIN plans p ON p.id = t.plan_id JOIN tenant_settings s ON s.tenant_id = t.id JOIN brand_versions b ON b.tenant_id = t.id JOIN brand_assets a ON a.tenant_id = t.id
       JOIN flag_overrides o ON o.tenant_id = t.id AND o.flag_key = 'audit.export' WHERE t.id = $1`,
      [tenantId],
    );
    expect(rows).toEqual([
      {
        time_zone: 'Europe/Lisbon',
        locale: 'en-GB',
        currency: 'EUR',
        number: 1,
        status: 'published',
        colour: '#b5173a',
        logo: true,
        set_by: 'console',
        reason: 'chosen at creation',
        plan: 'basic',
        industry: 'software',
      },
    ]);
  });

  it('makes no brand where none was chosen: the tenant follows what tenants without one look like', async () => {
    const { branding: _none, ...tenant } = newTenant('acme-plain');
    const { runId } = await requestProvisioning(systemCtx, tenant, randomUUID());
    await runProvisioning(runId);
    const run = await readRun(systemCtx, runId);
    expect(run.status).toBe('completed');
    const brand = await publishedBrand({ tenantId: run.tenant.id, placement: 'shared' });
    expect(brand).toMatchObject({ version: 0, tokens: defaultTenantBrand(tenant.organisation.name) });
  });

  it('wraps a data key for this tenant alone', async () => {
    const runId = await requestTenant('acme-key');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const { rows } = await lab.admin.query<{ wrapped_key: Buffer }>(
      'SELECT wrapped_key FROM tenant_keys WHERE tenant_id = $1',
      [tenantId],
    );
    const wrapped = rows[0]?.wrapped_key ?? Buffer.alloc(0);
    expect(unwrapKey(wrapped, tenantId, 1)).toHaveLength(32);
    expect(() => unwrapKey(wrapped, randomUUID(), 1)).toThrow();
  });

  it('shows an invitation link whose token is stored only as its hash', async () => {
    const runId = await requestTenant('acme-link');
    await runProvisioning(runId);
    const run = await readRun(systemCtx, runId);
    expect(run.invitationUrl).toMatch(/^http:\/\/acme-link\.localhost(:\d+)?\/invitations\/[A-Za-z0-9_-]{43}$/);
    const token = run.invitationUrl?.split('/').at(-1) ?? '';
    const { rows } = await lab.admin.query(
      'SELECT email, role FROM invitations WHERE tenant_id = $1 AND token_hash = $2',
      [run.tenant.id, hashToken(token)],
    );
    expect(rows).toEqual([{ email: 'ada@acme-link.example', role: 'owner' }]);
  });

  it('records who asked, in the platform log and in the tenant’s own', async () => {
    const runId = await requestTenant('acme-log');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const own = await lab.admin.query('SELECT action, actor_label FROM audit_events WHERE tenant_id = $1', [tenantId]);
    const platform = await lab.admin.query(
      `SELECT action FROM platform_audit_events WHERE target_id = $1 ORDER BY at`,
      [tenantId],
    );
    expect(own.rows).toEqual([{ action: 'tenant.created', actor_label: 'test' }]);
    expect(platform.rows.map(({ action }) => action as string)).toEqual([
      'tenant.provisioning_requested',
      'tenant.created',
    ]);
  });

  it('queues the invitation’s mail with the activation, and no longer carries the logo', async () => {
    const runId = await requestTenant('acme-mail');
    await runProvisioning(runId);
    const { rows } = await lab.admin.query(
      `SELECT payload -> 'mail' ->> 'to' AS to FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-mail' AND payload ->> 'tenantId' = $1`,
      [await tenantIdOf(runId)],
    );
    expect(rows).toEqual([{ to: 'ada@acme-mail.example' }]);
    const stored = await consoleDb().provisioningRun.findUniqueOrThrow({ where: { id: runId } });
    expect(JSON.stringify(stored.input)).not.toContain(tinyLogo);
  });

  it('changes nothing when it is run again', async () => {
    const runId = await requestTenant('acme-again');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    await runProvisioning(runId, { lastAttempt: true });
    expect(await lab.rowsOf(tenantId)).toEqual(wholeTenant);
  });
});

describe('asking', () => {
  it('twice with one key makes one tenant', async () => {
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 5 }, () => requestTenant('once-only', {}, key)));
    expect(new Set(ids).size).toBe(1);
    await runProvisioning(ids[0] ?? '');
    expect(await requestTenant('once-only', {}, key)).toBe(ids[0]);
    expect(await consoleDb().provisioningRun.count({ where: { slug: 'once-only' } })).toBe(1);
  });

  it('with a used key for another tenant is refused', async () => {
    const key = randomUUID();
    await requestTenant('key-first', {}, key);
    await expect(requestTenant('key-second', {}, key)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('for a slug that is taken is refused without a trace', async () => {
    await runProvisioning(await requestTenant('taken-slug'));
    const before = await consoleDb().provisioningRun.count();
    await expect(requestTenant('taken-slug')).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { 'address.slug': 'taken' } },
    });
    expect(await consoleDb().provisioningRun.count()).toBe(before);
  });

  it.each([
    ['a reserved slug', { address: { slug: 'console' } }, 'address.slug'],
    ['a plan that is not there', { plan: { planKey: 'platinum', placement: 'shared' } }, 'plan.planKey'],
    ['a placement that is not known', { plan: { planKey: 'basic', placement: 'elsewhere' } }, 'plan.placement'],
    ['a broken e-mail address', { admin: { email: 'ada' } }, 'admin.email'],
  ])('for %s is refused at that field', async (_what, changes, field) => {
    await expect(requestTenant('fine-slug', changes)).rejects.toMatchObject({
      code: 'validation_failed',
      details: { fields: { [field]: expect.any(String) as string } },
    });
  });

  it('needs the permission', async () => {
    const support: ConsoleContext = {
      ...systemCtx,
      actor: { type: 'super_admin', id: randomUUID(), sessionId: '', name: 'S', email: 's@x.example', role: 'support' },
    };
    await expect(requestProvisioning(support, newTenant('not-allowed'), randomUUID())).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(readRun(support, randomUUID())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(checkSlug(support, { slug: 'abc', name: '' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('twenty runs for one slug', () => {
  it('make exactly one tenant, and nothing is left of the others', async () => {
    const runIds = await Promise.all(Array.from({ length: 20 }, () => requestTenant('crowded')));
    await Promise.all(runIds.map((runId) => runProvisioning(runId)));
    const runs = await Promise.all(runIds.map((runId) => readRun(systemCtx, runId)));
    expect(runs.filter(({ status }) => status === 'completed')).toHaveLength(1);
    for (const run of runs) {
      expect(await lab.rowsOf(run.tenant.id)).toEqual(run.status === 'completed' ? wholeTenant : {});
      if (run.status !== 'completed')
        expect(run).toMatchObject({ status: 'rolled_back', refusal: 'slug_taken', invitationUrl: null });
    }
  });
});

describe('a tenant that is open', () => {
  it('keeps its key whatever asks for its removal', async () => {
    const runId = await requestTenant('key-stays');
    await runProvisioning(runId);
    const rows = await consoleDb().$queryRaw<
      { gone: number }[]
    >`SELECT app.discard_unfinished_key(${await tenantIdOf(runId)}::uuid) AS gone`;
    expect(rows).toEqual([{ gone: 0 }]);
  });
});

describe('the sweep', () => {
  it('queues a run again whose job is gone, and no other', async () => {
    const lost = await requestTenant('lost-job');
    await requestTenant('kept-job');
    await lab.admin.query(`DELETE FROM graphile_worker._private_jobs WHERE key = $1`, [`provision-tenant:${lost}`]);
    const waiting = async (keys: string[]): Promise<Set<string>> => {
      const { rows } = await lab.admin.query<{ key: string }>(
        'SELECT key FROM graphile_worker.jobs WHERE key = ANY($1)',
        [keys],
      );
      return new Set(rows.map(({ key }) => key));
    };
    expect(await sweepRuns(waiting)).toBe(1);
    expect(await waiting([`provision-tenant:${lost}`])).toEqual(new Set([`provision-tenant:${lost}`]));
    expect(await sweepRuns(waiting)).toBe(0);
  });
});

describe('the live slug check', () => {
  it('tells free, taken, reserved and invalid apart and proposes others', async () => {
    await runProvisioning(await requestTenant('checked'));
    const states = await Promise.all(
      ['checked', 'unchecked', 'console', 'a'].map(
        async (slug) => (await checkSlug(systemCtx, { slug, name: 'Checked Ltd' })).state,
      ),
    );
    expect(states).toEqual(['taken', 'free', 'reserved', 'invalid']);
    const { suggestions } = await checkSlug(systemCtx, { slug: 'checked', name: 'Checked Ltd' });
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions).not.toContain('checked');
  });
});
