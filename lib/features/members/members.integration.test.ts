import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { checkMemberSession } from '@/lib/core/sessions/member-sessions';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { changeRoles } from './change-roles';
import { listMembers } from './list-members';
import { renameMember } from './rename-member';
import { restoreMembers } from './restore-members';
import { revokeMembers } from './revoke-members';
import { memberQuerySchema } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let owner: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await createTestTenant();
  owner = await createMember(tenant, 'owner');
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const idOf = (ctx: MemberContext): string => ctx.actor.id;
const roleOf = async (ctx: MemberContext) =>
  (await tenantDb(tenant).member.findFirstOrThrow({ where: { id: idOf(ctx) } })).role;
const statusOf = async (ctx: MemberContext) =>
  (await tenantDb(tenant).member.findFirstOrThrow({ where: { id: idOf(ctx) } })).status;
const events = () =>
  tenantDb(tenant).auditEvent.findMany({
    orderBy: { at: 'asc' },
    select: { action: true, targetId: true, changes: true },
  });

describe('another tenant', () => {
  it("has its members' ids refused exactly like missing ones, alone and in a bulk, and nothing of the bulk happens", async () => {
    const stranger = await createMember(await createTestTenant(), 'user');
    const colleague = await createMember(tenant, 'user');
    const attempts = (id: string) => [
      changeRoles(owner, { ids: [id], role: 'viewer' }),
      changeRoles(owner, { ids: [idOf(colleague), id], role: 'viewer' }),
      revokeMembers(owner, [id]),
      revokeMembers(owner, [idOf(colleague), id]),
      renameMember(owner, { id, name: 'Renamed' }),
      restoreMembers(owner, [id]),
    ];
    const foreign = await Promise.allSettled(attempts(idOf(stranger)));
    const missing = await Promise.allSettled(attempts(uuidv7()));
    expect(foreign.every((result) => result.status === 'rejected')).toBe(true);
    expect(foreign.map(describeRefusal)).toEqual(missing.map(describeRefusal));
    expect(await roleOf(colleague)).toBe('user');
    expect(await statusOf(colleague)).toBe('active');
    expect(await events()).toEqual([]);
  });

  it('is never listed', async () => {
    await createMember(await createTestTenant(), 'user', 'Someone Elsewhere');
    const { data, total } = await listMembers(owner, memberQuerySchema.parse({}));
    expect(data.map((row) => row.id)).toEqual([idOf(owner)]);
    expect(total).toBe(1);
  });
});

function describeRefusal(result: PromiseSettledResult<unknown>): unknown {
  if (result.status === 'fulfilled') return 'done';
  const { code, message, details } = result.reason as { code: string; message: string; details: unknown };
  return { code, message, details };
}

describe('rank', () => {
  it('keeps a manager from admins and owners and from handing out their roles', async () => {
    const manager = await createMember(tenant, 'manager');
    const admin = await createMember(tenant, 'admin');
    const user = await createMember(tenant, 'user');
    const tooLow = { code: 'forbidden', details: { messageKey: 'rankTooLow' } };
    await expect(changeRoles(manager, { ids: [idOf(admin)], role: 'viewer' })).rejects.toMatchObject(tooLow);
    await expect(changeRoles(manager, { ids: [idOf(user)], role: 'admin' })).rejects.toMatchObject(tooLow);
    await expect(revokeMembers(manager, [idOf(user), idOf(admin)])).rejects.toMatchObject(tooLow);
    await expect(renameMember(manager, { id: idOf(owner), name: 'X' })).rejects.toMatchObject(tooLow);
    expect(await statusOf(user)).toBe('active');
    await changeRoles(manager, { ids: [idOf(user)], role: 'manager' });
    expect(await roleOf(user)).toBe('manager');
  });

  it('goes by the stored role, not by the one the session remembers', async () => {
    const admin = await createMember(tenant, 'admin');
    const user = await createMember(tenant, 'user');
    await changeRoles(owner, { ids: [idOf(admin)], role: 'viewer' });
    await expect(revokeMembers(admin, [idOf(user)])).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets a user and a viewer change nobody', async () => {
    const user = await createMember(tenant, 'user');
    await expect(revokeMembers(user, [idOf(owner)])).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the last owner', () => {
  it('can neither be demoted nor revoked', async () => {
    const lastOwner = { code: 'forbidden', details: { messageKey: 'lastOwner' } };
    await expect(changeRoles(owner, { ids: [idOf(owner)], role: 'admin' })).rejects.toMatchObject(lastOwner);
    await expect(revokeMembers(owner, [idOf(owner)])).rejects.toMatchObject(lastOwner);
  });

  it('remains when two owners demote each other at the same moment', async () => {
    const second = await createMember(tenant, 'owner');
    const results = await Promise.allSettled([
      changeRoles(owner, { ids: [idOf(second)], role: 'admin' }),
      changeRoles(second, { ids: [idOf(owner)], role: 'admin' }),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await tenantDb(tenant).member.count({ where: { role: 'owner', status: 'active' } })).toBe(1);
  });

  it('remains when owners revoke each other in a bulk', async () => {
    const others = await Promise.all([createMember(tenant, 'owner'), createMember(tenant, 'owner')]);
    const everyone = [owner, ...others];
    await Promise.allSettled(
      everyone.map((actor) => revokeMembers(actor, everyone.filter((member) => member !== actor).map(idOf))),
    );
    expect(await tenantDb(tenant).member.count({ where: { role: 'owner', status: 'active' } })).toBe(1);
  });
});

describe('revoking', () => {
  it('ends the sessions in the same moment, and restoring does not revive them', async () => {
    const user = await createMember(tenant, 'user');
    expect(await checkMemberSession(tenant, user.actor.sessionId)).not.toBeNull();
    await revokeMembers(owner, [idOf(user)]);
    expect(await checkMemberSession(tenant, user.actor.sessionId)).toBeNull();
    await restoreMembers(owner, [idOf(user)]);
    expect(await statusOf(user)).toBe('active');
    expect(await checkMemberSession(tenant, user.actor.sessionId)).toBeNull();
    expect((await events()).map((event) => event.action)).toEqual(['member.revoked', 'member.restored']);
  });

  it('writes what changed, once per member, with the change or not at all', async () => {
    const users = await Promise.all([createMember(tenant, 'user'), createMember(tenant, 'viewer')]);
    await changeRoles(owner, { ids: users.map(idOf), role: 'viewer' });
    expect(await events()).toEqual([
      {
        action: 'member.role_changed',
        targetId: users[0] && idOf(users[0]),
        changes: { role: { before: 'user', after: 'viewer' } },
      },
    ]);
  });
});

describe('the list', () => {
  it.each(['name', '-name', 'email', 'role', '-role', 'lastSeen', '-created'])(
    'visits each of 27 members once when sorted by %s, forwards and back',
    async (sort) => {
      for (let n = 0; n < 26; n++) await createMember(tenant, n % 2 === 0 ? 'user' : 'viewer', `Person ${n % 5}`);
      const seen: string[] = [];
      let cursor: string | undefined;
      let previous: string | null = null;
      let pages = 0;
      do {
        const page = await listMembers(owner, memberQuerySchema.parse({ sort, cursor, limit: 10 }));
        seen.push(...page.data.map((row) => row.id));
        expect(page.total).toBe(27);
        [cursor, previous, pages] = [page.nextCursor ?? undefined, page.previousCursor, pages + 1];
      } while (cursor);
      expect(pages).toBe(3);
      expect(new Set(seen).size).toBe(27);
      expect(seen).toHaveLength(27);
      const back = await listMembers(owner, memberQuerySchema.parse({ sort, cursor: previous ?? '', limit: 10 }));
      expect(back.data.map((row) => row.id)).toEqual(seen.slice(10, 20));
    },
  );

  it('searches names and addresses, with signs of the pattern language taken as they are', async () => {
    await createMember(tenant, 'user', 'Ada 100% Lovelace');
    const find = async (q: string) => (await listMembers(owner, memberQuerySchema.parse({ q }))).total;
    // No letter of it is a hexadecimal digit: made-up addresses hold ids.
    expect(await find('lovel')).toBe(1);
    expect(await find('100%')).toBe(1);
    expect(await find('%')).toBe(1);
    expect(await find('_ovel')).toBe(0);
    expect(await find(owner.actor.email)).toBe(1);
    expect(await find("' OR 1=1 --")).toBe(0);
  });

  it('refuses the cursor of another order', async () => {
    await createMember(tenant, 'user');
    const { nextCursor } = await listMembers(owner, memberQuerySchema.parse({ sort: 'name', limit: 1 }));
    await expect(
      listMembers(owner, memberQuerySchema.parse({ sort: 'role', cursor: nextCursor })),
    ).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
