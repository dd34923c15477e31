import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleContext } from '@/lib/core/access/context';
import { systemRequest } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { closeHostDirectory, resolveHost } from '@/lib/tenancy/host-directory';
import { hashToken, unwrapKey } from '@/lib/platform/secrets';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { tableNames } from '@/lib/tenancy/tables';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { newTenant, tinyLogo } from '@/lib/testing/new-tenant';
import { checkSlug } from './check-slug';
import { runProvisioning } from './engine';
import { readRun } from './read-run';
import { requestProvisioning } from './request-provisioning';
import { closeRunLocks } from './run-lock';
import { stepNames } from './schema';
import type { Checkpoint } from './step';
import { sweepRuns } from './sweep-runs';

const ctx: ConsoleContext = { actor: { type: 'system', name: 'test' }, request: systemRequest('test') };
let database: TestDatabase;
let admin: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  await ensureCatalogue();
});

afterAll(async () => {
  await Promise.all([closeRunLocks(), closeTenantClients(), closeConsoleClient(), closeHostDirectory(), admin.end()]);
  await database.drop();
});

async function request(slug: string, changes = {}, key: string = randomUUID()): Promise<string> {
  return (await requestProvisioning(ctx, newTenant(slug, changes), key)).runId;
}

/** Rows that carry the tenant's id, over every table that could. */
async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tableNames) {
    const { rows: columns } = await admin.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'tenant_id'`,
      [table],
    );
    const column = table === 'tenants' ? 'id' : columns[0]?.name;
    if (!column) continue;
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM public.${table} WHERE ${column} = $1`,
      [tenantId],
    );
    if (rows[0]?.count) counts[table] = rows[0].count;
  }
  return counts;
}

const whole = {
  tenants: 1,
  hosts: 2,
  tenant_settings: 1,
  tenant_keys: 1,
  invitations: 1,
  audit_events: 1,
  flag_overrides: 2,
  brand_versions: 1,
  brand_assets: 1,
};

async function tenantIdOf(runId: string): Promise<string> {
  return (await consoleDb().provisioningRun.findUniqueOrThrow({ where: { id: runId } })).targetTenantId;
}

describe('a run that is left alone', () => {
  it('makes a whole tenant that answers on its hosts', async () => {
    const runId = await request('acme-one');
    await runProvisioning(runId);
    const run = await readRun(ctx, runId);
    expect(run.status).toBe('completed');
    expect(run.steps.map(({ name, status }) => [name, status])).toEqual(stepNames.map((name) => [name, 'done']));
    expect(await rowsOf(run.tenant.id)).toEqual(whole);
    expect(await resolveHost('acme-one.localhost')).toMatchObject({
      tenantId: run.tenant.id,
      surface: 'portal',
      status: 'active',
      isPrimary: true,
    });
    expect(await resolveHost('acme-one.sites.localhost')).toMatchObject({ tenantId: run.tenant.id, surface: 'site' });
  });

  it('seeds what the wizard asked for', async () => {
    const runId = await request('acme-two');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const { rows } = await admin.query<Record<string, unknown>>(
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

  it('wraps a data key for this tenant alone', async () => {
    const runId = await request('acme-key');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const { rows } = await admin.query<{ wrapped_key: Buffer }>(
      'SELECT wrapped_key FROM tenant_keys WHERE tenant_id = $1',
      [tenantId],
    );
    const wrapped = rows[0]?.wrapped_key ?? Buffer.alloc(0);
    expect(unwrapKey(wrapped, tenantId, 1)).toHaveLength(32);
    expect(() => unwrapKey(wrapped, randomUUID(), 1)).toThrow();
  });

  it('shows an invitation link whose token is stored only as its hash', async () => {
    const runId = await request('acme-link');
    await runProvisioning(runId);
    const run = await readRun(ctx, runId);
    expect(run.invitationUrl).toMatch(/^http:\/\/acme-link\.localhost(:\d+)?\/invitations\/[A-Za-z0-9_-]{43}$/);
    const token = run.invitationUrl?.split('/').at(-1) ?? '';
    const { rows } = await admin.query('SELECT email, role FROM invitations WHERE tenant_id = $1 AND token_hash = $2', [
      run.tenant.id,
      hashToken(token),
    ]);
    expect(rows).toEqual([{ email: 'ada@acme-link.example', role: 'owner' }]);
  });

  it('records who asked, in the platform log and in the tenant’s own', async () => {
    const runId = await request('acme-log');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    const own = await admin.query('SELECT action, actor_label FROM audit_events WHERE tenant_id = $1', [tenantId]);
    const platform = await admin.query(`SELECT action FROM platform_audit_events WHERE target_id = $1 ORDER BY at`, [
      tenantId,
    ]);
    expect(own.rows).toEqual([{ action: 'tenant.created', actor_label: 'test' }]);
    expect(platform.rows.map(({ action }) => action as string)).toEqual([
      'tenant.provisioning_requested',
      'tenant.created',
    ]);
  });

  it('queues the invitation’s mail with the activation, and no longer carries the logo', async () => {
    const runId = await request('acme-mail');
    await runProvisioning(runId);
    const { rows } = await admin.query(
      `SELECT payload -> 'mail' ->> 'to' AS to FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-mail' AND payload ->> 'tenantId' = $1`,
      [await tenantIdOf(runId)],
    );
    expect(rows).toEqual([{ to: 'ada@acme-mail.example' }]);
    const stored = await consoleDb().provisioningRun.findUniqueOrThrow({ where: { id: runId } });
    expect(JSON.stringify(stored.input)).not.toContain(tinyLogo);
  });

  it('changes nothing when it is run again', async () => {
    const runId = await request('acme-again');
    await runProvisioning(runId);
    const tenantId = await tenantIdOf(runId);
    await runProvisioning(runId, { lastAttempt: true });
    expect(await rowsOf(tenantId)).toEqual(whole);
  });
});

describe('asking', () => {
  it('twice with one key makes one tenant', async () => {
    const key = randomUUID();
    const ids = await Promise.all(Array.from({ length: 5 }, () => request('once-only', {}, key)));
    expect(new Set(ids).size).toBe(1);
    await runProvisioning(ids[0] ?? '');
    expect(await request('once-only', {}, key)).toBe(ids[0]);
    expect(await consoleDb().provisioningRun.count({ where: { slug: 'once-only' } })).toBe(1);
  });

  it('with a used key for another tenant is refused', async () => {
    const key = randomUUID();
    await request('key-first', {}, key);
    await expect(request('key-second', {}, key)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('for a slug that is taken is refused without a trace', async () => {
    await runProvisioning(await request('taken-slug'));
    const before = await consoleDb().provisioningRun.count();
    await expect(request('taken-slug')).rejects.toMatchObject({
      code: 'conflict',
      details: { fields: { 'address.slug': 'taken' } },
    });
    expect(await consoleDb().provisioningRun.count()).toBe(before);
  });

  it.each([
    ['a reserved slug', { address: { slug: 'console' } }, 'address.slug'],
    ['a plan that is not there', { plan: { planKey: 'platinum', placement: 'shared' } }, 'plan.planKey'],
    ['a placement that is not served', { plan: { planKey: 'basic', placement: 'schema' } }, 'plan.placement'],
    ['a broken e-mail address', { admin: { email: 'ada' } }, 'admin.email'],
  ])('for %s is refused at that field', async (_what, changes, field) => {
    await expect(request('fine-slug', changes)).rejects.toMatchObject({
      code: 'validation_failed',
      details: { fields: { [field]: expect.any(String) as string } },
    });
  });

  it('needs the permission', async () => {
    const support: ConsoleContext = {
      ...ctx,
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
    const runIds = await Promise.all(Array.from({ length: 20 }, () => request('crowded')));
    await Promise.all(runIds.map((runId) => runProvisioning(runId)));
    const runs = await Promise.all(runIds.map((runId) => readRun(ctx, runId)));
    expect(runs.filter(({ status }) => status === 'completed')).toHaveLength(1);
    for (const run of runs) {
      expect(await rowsOf(run.tenant.id)).toEqual(run.status === 'completed' ? whole : {});
      if (run.status !== 'completed')
        expect(run).toMatchObject({ status: 'rolled_back', refusal: 'slug_taken', invitationUrl: null });
    }
  });
});

const checkpoints: Checkpoint[] = stepNames.flatMap((name): Checkpoint[] => [
  `before:${name}`,
  `effect:${name}`,
  `after:${name}`,
]);

function crashAt(point: Checkpoint): (checkpoint: Checkpoint) => void {
  return (checkpoint) => {
    if (checkpoint === point) throw new CrashForTest(point);
  };
}

class CrashForTest extends Error {}

describe('a run that is interrupted', () => {
  it.each(checkpoints)('at %s is finished by the next attempt', async (point) => {
    const runId = await request(`crash-${point.replace(/[:_]/g, '-')}`);
    const tenantId = await tenantIdOf(runId);
    await expect(runProvisioning(runId, { onCheckpoint: crashAt(point) }))
      .rejects.toThrow(CrashForTest)
      .catch((error: unknown) => {
        // After the last step there is nothing left to fail.
        if (point !== 'after:activate') throw error;
      });
    await runProvisioning(runId);
    expect((await readRun(ctx, runId)).status).toBe('completed');
    expect(await rowsOf(tenantId)).toEqual(whole);
  });

  it.each(checkpoints.filter((point) => point !== 'after:activate'))(
    'at %s for the last time leaves nothing',
    async (point) => {
      const runId = await request(`undo-${point.replace(/[:_]/g, '-')}`);
      await runProvisioning(runId, { lastAttempt: true, onCheckpoint: crashAt(point) });
      expect(await readRun(ctx, runId)).toMatchObject({ status: 'rolled_back', refusal: 'internal' });
      expect(await rowsOf(await tenantIdOf(runId))).toEqual({});
    },
  );

  it.each(stepNames)('while %s is undone goes on undoing', async (name) => {
    const runId = await request(`undone-${name.replace('_', '-')}`);
    const points = [`before:activate`, `undo:${name}`];
    const onCheckpoint = (checkpoint: Checkpoint): void => {
      if (points.includes(checkpoint)) throw new CrashForTest(checkpoint);
    };
    await expect(runProvisioning(runId, { lastAttempt: true, onCheckpoint })).rejects.toThrow(CrashForTest);
    await runProvisioning(runId);
    expect((await readRun(ctx, runId)).status).toBe('rolled_back');
    expect(await rowsOf(await tenantIdOf(runId))).toEqual({});
  });

  it('is never worked on by two at once', async () => {
    const runId = await request('two-workers');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = (): void => {};
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const first = runProvisioning(runId, {
      onCheckpoint: async (point) => {
        if (point !== 'before:create_key') return;
        entered();
        await held;
      },
    });
    await inside;
    let secondWorked = false;
    await runProvisioning(runId, { onCheckpoint: () => void (secondWorked = true) });
    expect(secondWorked).toBe(false);
    release();
    await first;
    expect((await readRun(ctx, runId)).status).toBe('completed');
  });
});

describe('a tenant that is open', () => {
  it('keeps its key whatever asks for its removal', async () => {
    const runId = await request('key-stays');
    await runProvisioning(runId);
    const rows = await consoleDb().$queryRaw<
      { gone: number }[]
    >`SELECT app.discard_unfinished_key(${await tenantIdOf(runId)}::uuid) AS gone`;
    expect(rows).toEqual([{ gone: 0 }]);
  });
});

describe('the sweep', () => {
  it('queues a run again whose job is gone, and no other', async () => {
    const lost = await request('lost-job');
    await request('kept-job');
    await admin.query(`DELETE FROM graphile_worker._private_jobs WHERE key = $1`, [`provision-tenant:${lost}`]);
    const waiting = async (keys: string[]): Promise<Set<string>> => {
      const { rows } = await admin.query<{ key: string }>('SELECT key FROM graphile_worker.jobs WHERE key = ANY($1)', [
        keys,
      ]);
      return new Set(rows.map(({ key }) => key));
    };
    expect(await sweepRuns(waiting)).toBe(1);
    expect(await waiting([`provision-tenant:${lost}`])).toEqual(new Set([`provision-tenant:${lost}`]));
    expect(await sweepRuns(waiting)).toBe(0);
  });
});

describe('the live slug check', () => {
  it('tells free, taken, reserved and invalid apart and proposes others', async () => {
    await runProvisioning(await request('checked'));
    const states = await Promise.all(
      ['checked', 'unchecked', 'console', 'a'].map(
        async (slug) => (await checkSlug(ctx, { slug, name: 'Checked Ltd' })).state,
      ),
    );
    expect(states).toEqual(['taken', 'free', 'reserved', 'invalid']);
    const { suggestions } = await checkSlug(ctx, { slug: 'checked', name: 'Checked Ltd' });
    expect(suggestions.length).toBeGreaterThan(0);
    expect(suggestions).not.toContain('checked');
  });
});

describe('speed', () => {
  it('makes a shared tenant in well under 300 ms', async () => {
    const times: number[] = [];
    for (let index = 0; index < 20; index++) {
      const startedAt = performance.now();
      await runProvisioning(await request(`quick-${index}`));
      times.push(performance.now() - startedAt);
    }
    const p50 = times.sort((a, b) => a - b)[10] ?? Infinity;
    console.info(`provision p50 ${p50.toFixed(0)} ms`);
    // The target is 300 ms; a machine under other load gets room.
    expect(p50).toBeLessThan(1_000);
  });
});
