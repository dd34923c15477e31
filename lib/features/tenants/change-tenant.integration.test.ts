import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkMemberSession } from '@/lib/core/sessions/member-sessions';
import { startChangeBus } from '@/lib/platform/change-bus';
import { uuidv7 } from '@/lib/platform/ids';
import { resolveHost } from '@/lib/tenancy/host-directory';
import {
  createSignedInMember,
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { changePlan, previewPlanChange } from './change-plan';
import { renameTenant } from './rename-tenant';
import { resumeTenant, resumeTenants } from './resume-tenant';
import { setAttributes } from './set-attributes';
import { suspendTenant, suspendTenants } from './suspend-tenant';

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

async function statusOf(id: string): Promise<string> {
  return (
    (await fixture.admin.query<{ status: string }>('select status from tenants where id = $1', [id])).rows[0]?.status ??
    'absent'
  );
}

async function statusesOf(ids: string[]): Promise<string[]> {
  const statuses = [];
  for (const id of ids) statuses.push(await statusOf(id));
  return statuses;
}

async function eventsOf(id: string): Promise<{ tenant: string[]; platform: string[] }> {
  const tenant = await fixture.admin.query<{ action: string }>(
    'select action from audit_events where tenant_id = $1 order by id',
    [id],
  );
  const platform = await fixture.admin.query<{ action: string }>(
    'select action from platform_audit_events where subject_tenant_id = $1 order by id',
    [id],
  );
  return { tenant: tenant.rows.map((row) => row.action), platform: platform.rows.map((row) => row.action) };
}

describe('suspending a tenant', () => {
  it('ends its sessions and turns its hosts within a second, and resuming turns them back without reviving a session', async () => {
    const id = await createTenant(fixture, { slug: 'quick-stop' });
    const { sessionId } = await createSignedInMember(fixture, id, 'a@quick-stop.example');
    const scope = { tenantId: id, placement: 'shared' } as const;
    expect((await resolveHost('quick-stop.localhost'))?.status).toBe('active');
    expect(await checkMemberSession(scope, sessionId)).not.toBeNull();

    expect(await suspendTenant(operator, id, 'Invoice unpaid')).toEqual({ tenants: 1, sessionsEnded: 1 });
    await vi.waitFor(async () => expect((await resolveHost('quick-stop.localhost'))?.status).toBe('suspended'), {
      timeout: 1_000,
    });
    expect(await checkMemberSession(scope, sessionId)).toBeNull();

    await resumeTenant(operator, id);
    await vi.waitFor(async () => expect((await resolveHost('quick-stop.localhost'))?.status).toBe('active'), {
      timeout: 1_000,
    });
    expect(await checkMemberSession(scope, sessionId)).toBeNull();
    expect(await eventsOf(id)).toEqual({
      tenant: ['tenant.suspended', 'tenant.resumed'],
      platform: ['tenant.suspended', 'tenant.resumed'],
    });
  });

  it('leaves the sessions of every other tenant alone', async () => {
    const [one, other] = [
      await createTenant(fixture, { slug: 'one-of-two' }),
      await createTenant(fixture, { slug: 'two-of-two' }),
    ];
    const { sessionId } = await createSignedInMember(fixture, other, 'a@two.example');
    await suspendTenant(operator, one, 'Test of the wall');
    expect(await checkMemberSession({ tenantId: other, placement: 'shared' }, sessionId)).not.toBeNull();
  });

  it('is refused to support, for an absent tenant, and twice', async () => {
    const id = await createTenant(fixture, { slug: 'stays-active' });
    await expect(suspendTenant(superAdminContext('support'), id, 'Because')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(suspendTenant(operator, uuidv7(), 'Because')).rejects.toMatchObject({ code: 'not_found' });
    await expect(resumeTenant(operator, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await statusOf(id)).toBe('active');
    expect(await eventsOf(id)).toEqual({ tenant: [], platform: [] });
  });

  it('never touches a tenant that is still being provisioned', async () => {
    const id = await createTenant(fixture, { slug: 'half-made', status: 'provisioning' });
    await expect(suspendTenant(operator, id, 'Because')).rejects.toMatchObject({ code: 'conflict' });
    await expect(resumeTenant(operator, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await statusOf(id)).toBe('provisioning');
  });

  it('happens once when asked for twice at the same moment', async () => {
    const id = await createTenant(fixture, { slug: 'double-click' });
    const results = await Promise.allSettled([
      suspendTenant(operator, id, 'Because'),
      suspendTenant(operator, id, 'Because'),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await eventsOf(id)).platform).toEqual(['tenant.suspended']);
  });
});

describe('suspending many tenants', () => {
  it('suspends all of them or, with one absent or already suspended among them, none', async () => {
    const ids = await Promise.all(['bulk-a', 'bulk-b', 'bulk-c'].map((slug) => createTenant(fixture, { slug })));
    await expect(suspendTenants(operator, [...ids, uuidv7()], 'Because')).rejects.toMatchObject({ code: 'not_found' });
    expect(await statusesOf(ids)).toEqual(['active', 'active', 'active']);

    expect(await suspendTenants(operator, [...ids, ...ids], 'Because')).toMatchObject({ tenants: 3 });
    const fresh = await createTenant(fixture, { slug: 'bulk-d' });
    await expect(suspendTenants(operator, [fresh, ...ids], 'Because')).rejects.toMatchObject({ code: 'conflict' });
    expect(await statusOf(fresh)).toBe('active');

    await expect(resumeTenants(operator, [...ids, fresh])).rejects.toMatchObject({ code: 'conflict' });
    await resumeTenants(operator, ids);
    expect(await statusesOf(ids)).toEqual(['active', 'active', 'active']);
  });

  it('leaves no trace in either log when it fails at the very end', async () => {
    const id = await createTenant(fixture, { slug: 'rolled-back' });
    const { sessionId } = await createSignedInMember(fixture, id, 'a@rolled-back.example');
    await fixture.admin.query(
      `alter table platform_audit_events add constraint planted check (action <> 'tenant.suspended') not valid`,
    );
    await expect(suspendTenant(operator, id, 'Because')).rejects.toThrow();
    await fixture.admin.query('alter table platform_audit_events drop constraint planted');
    expect(await statusOf(id)).toBe('active');
    expect(await eventsOf(id)).toEqual({ tenant: [], platform: [] });
    expect(await checkMemberSession({ tenantId: id, placement: 'shared' }, sessionId)).not.toBeNull();
  });
});

describe('changing a tenant', () => {
  it('renames it in both logs and tells every node, and says nothing where nothing changed', async () => {
    const id = await createTenant(fixture, { slug: 'old-name', name: 'Old name' });
    expect((await resolveHost('old-name.localhost'))?.name).toBe('Old name');
    await renameTenant(operator, id, 'New name');
    await renameTenant(operator, id, 'New name');
    await vi.waitFor(async () => expect((await resolveHost('old-name.localhost'))?.name).toBe('New name'), {
      timeout: 1_000,
    });
    expect(await eventsOf(id)).toEqual({ tenant: ['tenant.renamed'], platform: ['tenant.renamed'] });
    await expect(renameTenant(superAdminContext('support'), id, 'Other')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says which limits a smaller plan would break, and counts open invitations', async () => {
    const id = await createTenant(fixture, { slug: 'downgraded', plan: 'enterprise' });
    for (let i = 0; i < 5; i++) await createSignedInMember(fixture, id, `m${i}@downgraded.example`);
    await fixture.admin.query(
      `insert into invitations (tenant_id, id, email, role, token_hash, invited_by_type, expires_at)
       values ($1, gen_random_uuid(), 'new@downgraded.example', 'user', 'hash', 'member', now() + interval '1 day')`,
      [id],
    );
    const impact = await previewPlanChange(operator, id, 'free');
    expect(impact.breaks).toMatchObject([{ key: 'quota.members', used: 6, limit: 5 }]);
    expect(impact.changes).toContainEqual(
      expect.objectContaining({ key: 'site.pages', kind: 'feature', before: true, after: false }),
    );

    await changePlan(operator, id, 'free');
    expect(await eventsOf(id)).toEqual({ tenant: ['tenant.plan_changed'], platform: ['tenant.plan_changed'] });
    await expect(changePlan(operator, id, 'no-such-plan')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps attributes with what was before and after', async () => {
    const id = await createTenant(fixture, { slug: 'attributed' });
    await setAttributes(operator, id, { crmId: 'A-17', seats: 40 });
    await setAttributes(operator, id, { crmId: 'A-18' });
    const { rows } = await fixture.admin.query('select changes from audit_events where tenant_id = $1 order by id', [
      id,
    ]);
    expect(rows[1]).toEqual({
      changes: { crmId: { before: 'A-17', after: 'A-18' }, seats: { before: 40, after: null } },
    });
  });
});
