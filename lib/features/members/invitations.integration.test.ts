import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext, TenantContext, VisitorActor } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { derivedToken, hashToken } from '@/lib/platform/secrets';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { acceptInvitation } from './accept-invitation';
import { findInvitation } from './find-invitation';
import { inviteMembers } from './invite-members';
import { listInvitations } from './list-invitations';
import { resendInvitation } from './resend-invitation';
import { restoreMembers } from './restore-members';
import { revokeInvitation } from './revoke-invitation';
import { revokeMembers } from './revoke-members';
import { invitationQuerySchema } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let admin: MemberContext;
const password = 'velvet otter under birches';

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await prepareTenant('professional');
  admin = await createMember(tenant, 'admin');
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

async function prepareTenant(plan: string): Promise<TestTenant> {
  const created = await createTestTenant({ plan });
  const { tenantId, slug } = created;
  await consoleDb().host.create({
    data: { tenantId, host: `${slug}.localhost`, surface: 'portal', status: 'active', isPrimary: true },
  });
  return created;
}

function visitorOf(of: TestTenant): TenantContext<VisitorActor> {
  const { tenantId, placement, slug, name, planId } = of;
  return {
    tenantId,
    placement,
    slug,
    planId,
    tenantName: name,
    actor: { type: 'visitor' },
    request: { requestId: uuidv7(), ip: uuidv7(), userAgent: null },
  };
}

async function invite(email: string, role: MemberRole = 'user', by = admin): Promise<{ id: string; token: string }> {
  await inviteMembers(by, { emails: [email], role });
  const { id } = await tenantDb(by).invitation.findFirstOrThrow({
    where: { email, acceptedAt: null, revokedAt: null },
  });
  return { id, token: derivedToken('invitation', id) };
}

const open = async () => (await listInvitations(admin, invitationQuerySchema.parse({}))).data;
const expire = (id: string) =>
  tenantDb(tenant).invitation.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
const refusalOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    ({ code, message, details }: { code: string; message: string; details: unknown }) => ({ code, message, details }),
  );

describe('an invitation', () => {
  it('becomes one member with the invited address and role, however many redeem it at once', async () => {
    const { token } = await invite('ada@example.test', 'manager');
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => acceptInvitation(visitorOf(tenant), { token, name: 'Ada', password })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const members = await tenantDb(tenant).member.findMany({
      where: { email: 'ada@example.test' },
      select: { name: true, role: true, password: { select: { hash: true } } },
    });
    expect(members).toEqual([
      { name: 'Ada', role: 'manager', password: { hash: expect.stringMatching(/^\$argon2id\$/) as string } },
    ]);
    expect(await tenantDb(tenant).auditEvent.count({ where: { action: 'member.joined' } })).toBe(1);
  });

  it('gives one answer for unknown, used, revoked, expired and foreign links', async () => {
    const used = await invite('used@example.test');
    await acceptInvitation(visitorOf(tenant), { token: used.token, name: 'Used', password });
    const revoked = await invite('revoked@example.test');
    await revokeInvitation(admin, revoked.id);
    const expired = await invite('expired@example.test');
    await expire(expired.id);
    const elsewhere = await prepareTenant('professional');
    const foreign = await invite('foreign@example.test', 'user', await createMember(elsewhere, 'admin'));
    const answers: unknown[] = [];
    for (const token of [
      derivedToken('invitation', uuidv7()),
      used.token,
      revoked.token,
      expired.token,
      foreign.token,
    ]) {
      expect(await findInvitation(visitorOf(tenant), token)).toBeNull();
      answers.push(await refusalOf(acceptInvitation(visitorOf(tenant), { token, name: 'X', password })));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'not_found', details: { messageKey: 'linkExpired' } });
  });

  it('keeps only a hash of its link', async () => {
    const { id, token } = await invite('ada@example.test');
    const row = await tenantDb(tenant).invitation.findFirstOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('is mailed from the stored address, to the invited one, in the same transaction', async () => {
    const { token } = await invite('ada@example.test');
    const queue = new pg.Client(database.adminUrl);
    await queue.connect();
    const { rows } = await queue.query<{ payload: { tenantId: string; mail: { to: string; text: string } } }>(
      'SELECT payload FROM graphile_worker._private_jobs',
    );
    await queue.end();
    const mail = rows.map(({ payload }) => payload).find(({ tenantId }) => tenantId === tenant.tenantId)?.mail;
    expect(mail).toMatchObject({
      to: 'ada@example.test',
      text: expect.stringContaining(`http://${tenant.slug}.localhost:3000/invitations/${token}`) as string,
    });
  });

  it('can be sent again after it expired, with the same link, and ends when it is revoked', async () => {
    const { id, token } = await invite('ada@example.test');
    await expire(id);
    expect(await open()).toMatchObject([{ id, expired: true }]);
    await resendInvitation(admin, id);
    expect(await findInvitation(visitorOf(tenant), token)).toMatchObject({ email: 'ada@example.test' });
    await revokeInvitation(admin, id);
    expect(await findInvitation(visitorOf(tenant), token)).toBeNull();
    expect(await refusalOf(resendInvitation(admin, id))).toMatchObject({ code: 'not_found' });
  });

  it("of another tenant is refused exactly like one that isn't there", async () => {
    const elsewhere = await prepareTenant('professional');
    const foreign = await invite('foreign@example.test', 'user', await createMember(elsewhere, 'admin'));
    for (const act of [resendInvitation, revokeInvitation]) {
      expect(await refusalOf(act(admin, foreign.id))).toEqual(await refusalOf(act(admin, uuidv7())));
      expect(await refusalOf(act(admin, foreign.id))).toMatchObject({ code: 'not_found' });
    }
    expect(await open()).toEqual([]);
  });

  it('never carries a role above the inviter', async () => {
    const manager = await createMember(tenant, 'manager');
    await expect(inviteMembers(manager, { emails: ['x@example.test'], role: 'admin' })).rejects.toMatchObject({
      details: { messageKey: 'rankTooLow' },
    });
    const { id } = await invite('boss@example.test', 'admin');
    await expect(revokeInvitation(manager, id)).rejects.toMatchObject({ details: { messageKey: 'rankTooLow' } });
    await expect(
      inviteMembers(await createMember(tenant, 'user'), { emails: ['x@example.test'], role: 'viewer' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('inviting several', () => {
  it('invites all or none', async () => {
    await invite('known@example.test');
    await expect(
      inviteMembers(admin, { emails: ['new@example.test', 'known@example.test'], role: 'user' }),
    ).rejects.toMatchObject({
      code: 'conflict',
      details: { messageKey: 'alreadyInvited', values: { addresses: 'known@example.test' } },
    });
    await expect(
      inviteMembers(admin, { emails: ['new@example.test', admin.actor.email], role: 'user' }),
    ).rejects.toMatchObject({ details: { messageKey: 'alreadyMembers' } });
    expect(await open()).toHaveLength(1);
    await inviteMembers(admin, { emails: ['a@example.test', 'b@example.test', 'a@example.test'], role: 'user' });
    expect(await open()).toHaveLength(3);
  });

  it('does not exist where the plan does not include it', async () => {
    const basic = await prepareTenant('basic');
    const owner = await createMember(basic, 'owner');
    await expect(
      inviteMembers(owner, { emails: ['a@example.test', 'b@example.test'], role: 'user' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await inviteMembers(owner, { emails: ['a@example.test'], role: 'user' });
  });
});

describe('the quota of members', () => {
  it('is met exactly by parallel invitations; open ones hold their place, accepted ones keep it', async () => {
    const small = await prepareTenant('free');
    const owner = await createMember(small, 'owner');
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => inviteMembers(owner, { emails: [`p${n}@example.test`], role: 'user' })),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(4);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'quota_exceeded',
      details: { quota: { resource: 'members', used: 5, limit: 5, requested: 1 } },
    });
    const { id } = await tenantDb(small).invitation.findFirstOrThrow({});
    await acceptInvitation(visitorOf(small), { token: derivedToken('invitation', id), name: 'P', password });
    expect(await tenantDb(small).member.count()).toBe(2);
    await expect(inviteMembers(owner, { emails: ['late@example.test'], role: 'user' })).rejects.toMatchObject({
      code: 'quota_exceeded',
    });
  });

  it('is asked again when a member is restored', async () => {
    const small = await prepareTenant('free');
    const owner = await createMember(small, 'owner');
    const user = await createMember(small, 'user');
    await revokeMembers(owner, [user.actor.id]);
    for (let n = 0; n < 4; n++) await inviteMembers(owner, { emails: [`p${n}@example.test`], role: 'user' });
    await expect(restoreMembers(owner, [user.actor.id])).rejects.toMatchObject({ code: 'quota_exceeded' });
  });
});

it('makes one invitation of one address when two colleagues invite it at the same moment', async () => {
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => inviteMembers(admin, { emails: ['ada@example.test'], role: 'user' })),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(await open()).toHaveLength(1);
});
