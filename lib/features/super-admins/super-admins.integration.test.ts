import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleContext, SuperAdminActor } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { verifyPassword } from '@/lib/core/passwords/hash-password';
import { checkSuperAdminSession, startSuperAdminSession } from '@/lib/core/sessions/super-admin-sessions';
import { hashToken } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import { openConsoleFixture, superAdminContext, type ConsoleFixture } from '@/lib/testing/console-fixtures';
import { addSuperAdmin } from './add-super-admin';
import { changeSuperAdminRole } from './change-role';
import { ensureFirstSuperAdmin } from './ensure-first-super-admin';
import { listSuperAdmins } from './list-super-admins';
import {
  changeOwnPassword,
  chooseOwnLanguage,
  listOwnSessions,
  revokeOtherSessions,
  revokeOwnSession,
} from './own-account';
import { superAdminResetMail } from '@/lib/workflows/sign-in/reset-mails';
import { restoreSuperAdmin, revokeSuperAdmin } from './revoke-super-admin';

let fixture: ConsoleFixture;
let owner: ConsoleContext<SuperAdminActor>;

beforeAll(async () => {
  fixture = await openConsoleFixture();
});

afterAll(() => fixture.close());

async function signedIn(id: string, role: SuperAdminRole): Promise<ConsoleContext<SuperAdminActor>> {
  const ctx = superAdminContext(role, id);
  const { email } = await consoleDb().superAdmin.findUniqueOrThrow({ where: { id } });
  const sessionId = await consoleDb().$transaction((tx) => startSuperAdminSession(tx, id, ctx.request));
  return { ...ctx, actor: { ...ctx.actor, sessionId, email } };
}

async function added(email: string, role: SuperAdminRole): Promise<string> {
  return (await addSuperAdmin(owner, { name: email, email, role })).id;
}

describe('the first super-admin', () => {
  it('is made once, however many nodes start at the same moment, and its password is told to one of them', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, () => ensureFirstSuperAdmin({ email: 'First@Portico.example' })),
    );
    expect(results.filter((result) => result.created)).toHaveLength(1);
    expect(results.filter((result) => result.password !== null)).toHaveLength(1);
    const { rows } = await fixture.admin.query<{ id: string; email: string; role: string; password_hash: string }>(
      'select * from super_admins',
    );
    expect(rows).toMatchObject([{ email: 'first@portico.example', role: 'owner' }]);
    const told = results.find((result) => result.created)?.password ?? '';
    expect(told.length).toBeGreaterThanOrEqual(20);
    expect(await verifyPassword(told, rows[0]?.password_hash ?? '')).toBe(true);
    owner = await signedIn(rows[0]?.id ?? '', 'owner');
  });
});

describe('super-admins', () => {
  it('start without a password, with a single-use link by mail that is stored as a hash only', async () => {
    const { id, passwordUrl } = await addSuperAdmin(owner, {
      name: 'New',
      email: 'new@portico.example',
      role: 'support',
    });
    const token = passwordUrl.split('/').at(-1) ?? '';
    const resets = await consoleDb().superAdminPasswordReset.findMany({ where: { superAdminId: id } });
    expect(resets.map((reset) => reset.tokenHash)).toEqual([hashToken(token)]);
    const { rows } = await fixture.admin.query<{ payload: { mail: { to: string; text: string } } }>(
      'select payload from graphile_worker._private_jobs',
    );
    const mail = rows.find((row) => row.payload.mail.to === 'new@portico.example')?.payload.mail;
    expect(mail?.text).toContain(passwordUrl);
    await expect(
      addSuperAdmin(owner, { name: 'Twice', email: 'new@portico.example', role: 'owner' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are managed by owners alone', async () => {
    const id = await added('target@portico.example', 'support');
    for (const role of ['support', 'operator'] as const) {
      const ctx = superAdminContext(role);
      await expect(listSuperAdmins(ctx)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(addSuperAdmin(ctx, { name: 'X', email: 'x@portico.example', role: 'owner' })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(changeSuperAdminRole(ctx, id, 'owner')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(revokeSuperAdmin(ctx, id)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('lose their sessions with their account, and restoring gives back the account but no session', async () => {
    const id = await added('leaver@portico.example', 'operator');
    const { actor } = await signedIn(id, 'operator');
    expect(await checkSuperAdminSession(actor.sessionId)).not.toBeNull();
    await revokeSuperAdmin(owner, id);
    expect(await checkSuperAdminSession(actor.sessionId)).toBeNull();
    await restoreSuperAdmin(owner, id);
    expect(await checkSuperAdminSession(actor.sessionId)).toBeNull();
  });

  it('can neither revoke nor demote themselves', async () => {
    await expect(revokeSuperAdmin(owner, owner.actor.id)).rejects.toMatchObject({
      details: { messageKey: 'ownAccount' },
    });
    await expect(changeSuperAdminRole(owner, owner.actor.id, 'support')).rejects.toMatchObject({
      details: { messageKey: 'ownAccount' },
    });
  });

  it('keep an owner when two owners revoke each other at the same moment', async () => {
    const second = await signedIn(await added('second@portico.example', 'owner'), 'owner');
    const results = await Promise.allSettled([
      revokeSuperAdmin(owner, second.actor.id),
      revokeSuperAdmin(second, owner.actor.id),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await fixture.admin.query(`select 1 from super_admins where role = 'owner' and status = 'active'`);
    expect(rows).toHaveLength(1);
    await fixture.admin.query(`update super_admins set status = 'active'`);
  });
});

describe('the own account', () => {
  it('changes its password with the present one, and every other session ends', async () => {
    const created = await fixture.admin.query<{ id: string }>(
      `select id from super_admins where email = 'new@portico.example'`,
    );
    const id = created.rows[0]?.id ?? '';
    const [here, there] = [await signedIn(id, 'support'), await signedIn(id, 'support')];
    await expect(
      changeOwnPassword(here, { current: 'not this one', password: 'quiet lake under birches' }),
    ).rejects.toMatchObject({ details: { messageKey: 'wrongPassword' } });
    const { hashPassword } = await import('@/lib/core/passwords/hash-password');
    await consoleDb().superAdmin.update({
      where: { id },
      data: { passwordHash: await hashPassword('what it was before') },
    });
    await changeOwnPassword(here, { current: 'what it was before', password: 'quiet lake under birches' });
    expect((await listOwnSessions(here)).map((session) => session.id)).toEqual([here.actor.sessionId]);
    expect(await checkSuperAdminSession(there.actor.sessionId)).toBeNull();
  });

  it("ends its own sessions and nobody else's", async () => {
    const id = await added('sessions@portico.example', 'support');
    const [here, there, elsewhere] = [
      await signedIn(id, 'support'),
      await signedIn(id, 'support'),
      await signedIn(id, 'support'),
    ];
    await expect(revokeOwnSession(here, owner.actor.sessionId)).rejects.toMatchObject({ code: 'not_found' });
    await revokeOwnSession(here, there.actor.sessionId);
    expect(await revokeOtherSessions(here)).toBe(1);
    expect(await checkSuperAdminSession(elsewhere.actor.sessionId)).toBeNull();
    expect(await listOwnSessions(here)).toMatchObject([{ id: here.actor.sessionId, current: true }]);
  });
});

describe('the language of one’s own account', () => {
  it('holds on every device at once, stands in the audit log, and writes the mails to it; without one they are the platform’s', async () => {
    const id = await added('sprache@portico.example', 'owner');
    const ctx = await signedIn(id, 'owner');
    const language = async () => (await checkSuperAdminSession(ctx.actor.sessionId))?.superAdmin.language;
    const account = async () => consoleDb().superAdmin.findUniqueOrThrow({ where: { id } });
    expect(await language()).toBeNull();
    expect((await superAdminResetMail(await account(), 'token', 30)).subject).toBe(
      'Choose a new password for the console',
    );

    await chooseOwnLanguage(ctx, { language: 'de' });
    expect(await language()).toBe('de');
    const mail = await superAdminResetMail(await account(), 'token', 30);
    expect(mail.html).toContain('<html lang="de">');
    const { rows } = await fixture.admin.query(
      `select changes from platform_audit_events where action = 'super_admin.language_changed' and target_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ changes: { language: { before: null, after: 'de' } } }]);
  });
});
