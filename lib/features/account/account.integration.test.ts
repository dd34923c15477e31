import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { hashPassword, verifyPassword } from '@/lib/core/passwords/hash-password';
import { displayPreferences } from '@/lib/core/settings/member-preferences';
import { checkMemberSession } from '@/lib/core/sessions/member-sessions';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { changePassword } from './change-password';
import { changeProfile } from './change-profile';
import { endOtherSessions, endSession } from './end-sessions';
import { listSessions } from './list-sessions';

let database: TestDatabase;
let tenant: TestTenant;
let me: MemberContext;
const current = 'velvet otter under birches';
const next = 'quiet lake behind the mill';

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await createTestTenant();
  me = await createMember(tenant, 'user');
  await tenantDb(tenant).memberPassword.create({ data: { memberId: me.actor.id, hash: await hashPassword(current) } });
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

async function anotherSession(of: MemberContext = me): Promise<string> {
  const { id } = await tenantDb(of).memberSession.create({
    data: { memberId: of.actor.id, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  expect(await checkMemberSession(of, id)).not.toBeNull();
  return id;
}

const storedHash = async () =>
  (await tenantDb(tenant).memberPassword.findFirstOrThrow({ where: { memberId: me.actor.id } })).hash;
const lastEvent = () =>
  tenantDb(tenant).auditEvent.findFirst({ orderBy: { at: 'desc' }, select: { action: true, changes: true } });

it('shows times in the newly chosen zone from the very next page on', async () => {
  expect(await displayPreferences(me)).toMatchObject({ timeZone: 'UTC' });
  await changeProfile(me, { name: 'Ada', locale: null, timeZone: 'Asia/Tokyo', theme: 'system' });
  expect(await displayPreferences(me)).toMatchObject({ timeZone: 'Asia/Tokyo' });
});

describe('changing the password', () => {
  it('ends every other session and keeps this one', async () => {
    const other = await anotherSession();
    expect(await changePassword(me, { current, password: next })).toEqual({ otherSessionsEnded: 1 });
    expect(await checkMemberSession(tenant, other)).toBeNull();
    expect(await checkMemberSession(tenant, me.actor.sessionId)).not.toBeNull();
    expect(await verifyPassword(next, await storedHash())).toBe(true);
    expect(await lastEvent()).toEqual({
      action: 'member.password_changed',
      changes: { password: { before: '[secret]', after: '[secret]' } },
    });
  });

  it('needs the current one and changes nothing without it', async () => {
    const before = await storedHash();
    await expect(changePassword(me, { current: 'something else entirely', password: next })).rejects.toMatchObject({
      details: { fields: { current: 'wrongPassword' } },
    });
    expect(await storedHash()).toBe(before);
  });

  it('can not be used to guess it', async () => {
    const guesses = await Promise.allSettled(
      Array.from({ length: 12 }, () => changePassword(me, { current: 'a wrong guess at it', password: next })),
    );
    expect(
      guesses.filter(
        (guess) => guess.status === 'rejected' && (guess.reason as { code: string }).code === 'rate_limited',
      ).length,
    ).toBeGreaterThanOrEqual(2);
  });
});

describe('sessions', () => {
  it('are one’s own, this one first and marked', async () => {
    const other = await anotherSession();
    await anotherSession(await createMember(tenant, 'user'));
    expect((await listSessions(me)).map(({ id, current: isThis }) => [id, isThis])).toEqual([
      [me.actor.sessionId, true],
      [other, false],
    ]);
  });

  it('end one by one or all but this one', async () => {
    const [first, second, third] = [await anotherSession(), await anotherSession(), await anotherSession()];
    await endSession(me, first);
    expect(await checkMemberSession(tenant, first)).toBeNull();
    expect(await checkMemberSession(tenant, second)).not.toBeNull();
    expect(await endOtherSessions(me)).toEqual({ ended: 2 });
    expect(await checkMemberSession(tenant, third)).toBeNull();
    expect((await listSessions(me)).map(({ id }) => id)).toEqual([me.actor.sessionId]);
  });

  it("refuses a colleague's, another tenant's and an absent one alike", async () => {
    const colleague = await createMember(tenant, 'user');
    const stranger = await createMember(await createTestTenant(), 'user');
    const answers: unknown[] = [];
    for (const id of [colleague.actor.sessionId, stranger.actor.sessionId, uuidv7()]) {
      answers.push(
        await endSession(me, id).catch(({ code, message }: { code: string; message: string }) => ({ code, message })),
      );
    }
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ code: 'not_found', message: 'Not found.' })));
    expect(await checkMemberSession(tenant, colleague.actor.sessionId)).not.toBeNull();
  });
});

it('changes the own profile only, and says what changed', async () => {
  const colleague = await createMember(tenant, 'user', 'Colleague');
  await changeProfile(me, { name: 'New Name', locale: 'de', timeZone: 'Europe/Berlin', theme: 'dark' });
  const rows = await tenantDb(tenant).member.findMany({ select: { id: true, name: true, theme: true } });
  expect(rows.find((row) => row.id === me.actor.id)).toMatchObject({ name: 'New Name', theme: 'dark' });
  expect(rows.find((row) => row.id === colleague.actor.id)).toMatchObject({ name: 'Colleague', theme: 'system' });
  expect(await lastEvent()).toMatchObject({
    action: 'member.profile_changed',
    changes: { theme: { before: 'system', after: 'dark' } },
  });
});
