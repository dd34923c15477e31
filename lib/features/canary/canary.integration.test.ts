import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { uuidv7 } from '@/lib/platform/ids';
import { consoleDb } from '@/lib/tenancy/console-client';
import { placedTables, tableNames } from '@/lib/tenancy/tables';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import {
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { canonicalJson } from './canonical-json';
import { downloadEvidence, readEvidence } from './read-evidence';
import { readLatestRun, readRuns } from './read-runs';
import { requestRun } from './request-run';
import { runCanary } from './run-canary';
import { sweepCanaryRuns } from './sweep-runs';
import type { SignedEvidence } from './schema';
import { isSignedByUs } from './signing-key';

// Each run makes some thousand statements: seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let fixture: ConsoleFixture;
let tenantIds: string[];
const ctx = superAdminContext('owner');

beforeAll(async () => {
  fixture = await openConsoleFixture();
  tenantIds = [await createTenant(fixture, { slug: 'harbour' }), await createTenant(fixture, { slug: 'quayside' })];
  for (const [email, role, status, language] of [
    ['owner@portico.example', 'owner', 'active', null],
    ['second@portico.example', 'owner', 'active', 'de'],
    ['gone@portico.example', 'owner', 'revoked', null],
    ['operator@portico.example', 'operator', 'active', null],
  ] as const)
    await consoleDb().superAdmin.create({ data: { email, name: email, role, status, language, passwordHash: 'x' } });
});

afterAll(() => fixture.close());

function member(role: MemberRole, tenantId = tenantIds[0] ?? ''): MemberContext {
  return {
    tenantId,
    placement: 'shared',
    slug: 'harbour',
    tenantName: 'Harbour',
    planId: '',
    actor: { type: 'member', id: uuidv7(), sessionId: uuidv7(), name: 'M', email: 'm@x.example', role },
    request: { requestId: 'test', ip: null, userAgent: null },
  };
}

async function queued(task: string): Promise<{ payload: { mail?: { to: string; text: string; subject: string } } }[]> {
  const { rows } = await fixture.admin.query<{ payload: { mail?: { to: string; text: string; subject: string } } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = $1 order by j.id`,
    [task],
  );
  return rows;
}

const platformEvents = async (): Promise<string[]> =>
  (await consoleDb().platformAuditEvent.findMany({ select: { action: true } })).map(({ action }) => action);

describe('before the first run', () => {
  it('there is nothing to show and nothing to download', async () => {
    expect(await readRuns(ctx, {})).toEqual({ shown: null, history: [] });
    expect(await readEvidence(member('owner'))).toBeNull();
    await expect(downloadEvidence(member('owner'))).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a clean run', () => {
  it('is kept, signed, and alerts nobody', async () => {
    const result = await runCanary(ctx, 'Test');
    expect(result).toMatchObject({
      tables: tableNames.length + placedTables.length,
      leaks: 0,
      drift: 0,
      startedBy: 'Test',
    });
    const { shown, history } = await readRuns(superAdminContext('support'), {});
    expect(shown).toMatchObject({ id: result.id, signature: result.signed.signature, signatureValid: true });
    expect(history.map(({ id }) => id)).toEqual([result.id]);
    expect(await readLatestRun(ctx)).toEqual({ latest: history[0] });
    expect(await queued('send-mail')).toEqual([]);
    expect(await platformEvents()).toEqual([]);
  });

  it('is evidence for every owner and admin, in the bytes that were signed, naming no tenant', async () => {
    const response = await downloadEvidence(member('admin'));
    const text = await response.text();
    expect(await (await downloadEvidence(member('owner', tenantIds[1]))).text()).toBe(text);
    const signed = JSON.parse(text) as SignedEvidence;
    expect(isSignedByUs(signed)).toBe(true);
    expect(text).toContain(`"payload":${canonicalJson(signed.payload)}`);
    expect(JSON.stringify(signed.payload)).toBe(canonicalJson(signed.payload));
    for (const id of [...tenantIds, 'harbour', 'quayside']) expect(text).not.toContain(id);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it.each(['manager', 'user', 'viewer'] as const)('is not for a %s', async (role) => {
    await expect(readEvidence(member(role))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(downloadEvidence(member(role))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is reached by a tenant through its evidence alone: the runs are the platform’s', async () => {
    const db = tenantDb({ tenantId: tenantIds[0] ?? '', placement: 'shared' });
    await expect(db.$queryRaw`SELECT details FROM canary_runs`).rejects.toThrow('permission denied');
  });

  it('is kept for a year, and of the newest hundred every one', async () => {
    const run = { startedBy: 'Test', tables: 1, attempts: 1, leaks: 0, drift: 0, details: {}, evidence: {} };
    const finishedAt = (at: number) => new Date(Date.now() - (500 + at) * 86_400_000);
    await consoleDb().canaryRun.createMany({
      data: Array.from({ length: 110 }, (_, at) => ({
        ...{ ...run, signature: '', keyId: '' },
        startedAt: finishedAt(at),
        finishedAt: finishedAt(at),
      })),
    });
    const recent = await consoleDb().canaryRun.count({ where: { finishedAt: { gt: finishedAt(0) } } });
    await sweepCanaryRuns();
    expect(await consoleDb().canaryRun.count()).toBe(100);
    expect(await consoleDb().canaryRun.count({ where: { finishedAt: { gt: finishedAt(0) } } })).toBe(recent);
  });

  it('can’t be rewritten, not even by the console', async () => {
    await expect(consoleDb().canaryRun.updateMany({ data: { leaks: 1 } })).rejects.toThrow('permission denied');
    await expect(consoleDb().canaryRun.deleteMany()).rejects.toThrow('permission denied');
  });
});

describe('a run that finds a gap', () => {
  afterEach(() => fixture.admin.query('ALTER TABLE members ENABLE ROW LEVEL SECURITY'));

  it('is kept with its sentences, stands in the audit log, and is mailed to each active owner in their language', async () => {
    await fixture.admin.query('ALTER TABLE members DISABLE ROW LEVEL SECURITY');
    const result = await runCanary(ctx, 'Test');
    expect(result.leaks).toBeGreaterThan(5);
    expect(result.drift).toBe(1);
    expect(await platformEvents()).toEqual(['canary.alerted']);
    const mails = (await queued('send-mail')).map(({ payload }) => payload.mail);
    expect(mails.map((mail) => mail?.to).sort()).toEqual(['owner@portico.example', 'second@portico.example']);
    const [english, german] = ['owner', 'second'].map((name) => mails.find((mail) => mail?.to.startsWith(`${name}@`)));
    expect(english?.subject).toBe(`Isolation check: ${result.leaks} leaks, 1 difference`);
    expect(german?.subject).toBe(`Isolationsprüfung: ${result.leaks} Lecks, 1 Abweichung`);
    expect(english?.text).toContain("members: portico_app, working for one tenant, could read another tenant's row.");
    expect(english?.text).toContain(`/health?run=${result.id}`);
    // Whoever mends it checks again: that stands in the log, and mails nobody as long as the findings are the same.
    await runCanary(ctx, 'Test');
    expect(await platformEvents()).toEqual(['canary.alerted', 'canary.alerted']);
    expect(await queued('send-mail')).toHaveLength(2);
    const { shown } = await readRuns(ctx, { run: result.id });
    expect(shown?.details.drift).toEqual(['members has no row-level security']);
  });

  it('tells a tenant how many, and not where', async () => {
    const evidence = await readEvidence(member('owner'));
    expect(evidence?.signed.payload.leaks).toBeGreaterThan(5);
    expect(JSON.stringify(evidence)).not.toMatch(/portico_app|row-level/);
  });
});

describe('a canary that can’t sing', () => {
  it('is a finding, kept and alerted', async () => {
    await fixture.admin.query('ALTER TABLE plans RENAME TO plans_away');
    try {
      const { drift, details } = await runCanary(ctx, 'Test');
      expect(drift).toBeGreaterThan(0);
      expect(details.drift.join('\n')).toMatch(/plans is named in tables\.ts and missing/);
    } finally {
      await fixture.admin.query('ALTER TABLE plans_away RENAME TO plans');
    }
  });
});

describe('a run asked for from the console', () => {
  it('is queued once however often the button is pressed, on the record, and only by an operator', async () => {
    await expect(requestRun(superAdminContext('support'))).rejects.toMatchObject({ code: 'forbidden' });
    await requestRun(superAdminContext('operator'));
    await requestRun(superAdminContext('operator'));
    expect(await queued('run-canary')).toEqual([{ payload: { startedBy: 'The operator' } }]);
    expect((await platformEvents()).filter((action) => action === 'canary.requested')).toHaveLength(2);
  });

  it('that does not exist is not found', async () => {
    await expect(readRuns(ctx, { run: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
  });
});
