import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRequest, type TenantContext, type VisitorActor } from '@/lib/core/access/context';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { checkMemberSession, revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { readSessionToken, writeSessionToken } from '@/lib/core/sessions/session-token';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { requestMemberReset, resetMemberPassword } from './reset-member-password';
import { signInMember } from './sign-in-member';

const password = 'quiet lake under birches';
let database: TestDatabase;
let tenants: [SeededTenant, SeededTenant];
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  tenants = (await seedTenants(database.adminUrl, 2, 1)) as [SeededTenant, SeededTenant];
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
  const hash = await hashPassword(password);
  for (const { scope, memberIds } of tenants) {
    await tenantDb(scope).memberPassword.create({ data: { memberId: memberIds[0] ?? '', hash } });
    await admin.query(
      `INSERT INTO hosts (id, tenant_id, host, surface, status, is_primary) VALUES (gen_random_uuid(), $1, $2, 'portal', 'active', true)`,
      [scope.tenantId, `t${scope.tenantId.slice(-12)}.localhost`],
    );
  }
});

afterAll(async () => {
  await admin.end();
  await closeTenantClients();
  await database.drop();
});

beforeEach(() => admin.query('TRUNCATE throttles'));

const visitor = (tenant: SeededTenant, ip = '192.0.2.1'): TenantContext<VisitorActor> => ({
  ...tenant.scope,
  slug: 't',
  tenantName: 'T',
  planId: '',
  actor: { type: 'visitor' },
  request: { ...systemRequest('00000000-0000-7000-8000-000000000000'), ip },
});
const emailOf = (tenant: SeededTenant): string => `${tenant.memberIds[0] ?? ''}@x.test`;

describe('signing in', () => {
  it('starts a new session every time and records it', async () => {
    const [tenant] = tenants;
    const first = await signInMember(visitor(tenant), { email: emailOf(tenant), password });
    const second = await signInMember(visitor(tenant), { email: emailOf(tenant), password });
    expect(first.sessionId).not.toBe(second.sessionId);
    expect((await checkMemberSession(tenant.scope, first.sessionId))?.member.email).toBe(emailOf(tenant));
    expect(await tenantDb(tenant.scope).auditEvent.count({ where: { action: 'member.signed_in' } })).toBe(2);
  });

  it('answers alike for an unknown account, a wrong password and an account of another tenant', async () => {
    const [tenant, other] = tenants;
    const attempts = [
      { email: 'nobody@x.test', password },
      { email: emailOf(tenant), password: 'something else entirely' },
      { email: emailOf(other), password },
    ];
    const errors = await Promise.all(
      attempts.map((attempt) =>
        signInMember(visitor(tenant), attempt).catch((error: unknown) => JSON.stringify(error)),
      ),
    );
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('badCredentials');
  });

  it('takes as long for an unknown account as for a known one', async () => {
    const [tenant] = tenants;
    const time = async (email: string): Promise<number> => {
      const start = performance.now();
      await signInMember(visitor(tenant), { email, password: 'something else entirely' }).catch(() => {});
      return performance.now() - start;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round++) {
      await admin.query('TRUNCATE throttles');
      known.push(await time(emailOf(tenant)));
      unknown.push(await time(`nobody${round}@x.test`));
    }
    const median = (values: number[]): number => values.sort((a, b) => a - b)[4] ?? 0;
    // Both hash once; without the decoy the unknown one would answer in a tenth of the time.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.4);
  });

  it('stops guesses at one account after ten, from any network, and lets other accounts on', async () => {
    const [tenant, other] = tenants;
    for (let guess = 0; guess < 10; guess++) {
      await expect(
        signInMember(visitor(tenant, `192.0.2.${guess}`), { email: emailOf(tenant), password: 'guess guess guess' }),
      ).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    await expect(
      signInMember(visitor(tenant, '192.0.2.99'), { email: emailOf(tenant), password }),
    ).rejects.toMatchObject({ code: 'rate_limited' });
    await expect(signInMember(visitor(other), { email: emailOf(other), password })).resolves.toBeDefined();
  });

  it('refuses a revoked member with the same answer', async () => {
    const [tenant] = tenants;
    await tenantDb(tenant.scope).member.updateMany({ data: { status: 'revoked' } });
    await expect(signInMember(visitor(tenant), { email: emailOf(tenant), password })).rejects.toMatchObject({
      details: { messageKey: 'badCredentials' },
    });
    await tenantDb(tenant.scope).member.updateMany({ data: { status: 'active' } });
  });
});

describe('a session', () => {
  it('is worth nothing at another tenant', async () => {
    const [tenant, other] = tenants;
    const { sessionId } = await signInMember(visitor(tenant), { email: emailOf(tenant), password });
    expect(await checkMemberSession(other.scope, sessionId)).toBeNull();
    const cookie = await writeSessionToken({ tenantId: tenant.scope.tenantId }, 'a.localhost', sessionId);
    expect(await readSessionToken({ tenantId: tenant.scope.tenantId }, 'a.localhost', cookie)).toBe(sessionId);
    expect(await readSessionToken({ tenantId: other.scope.tenantId }, 'a.localhost', cookie)).toBeNull();
    expect(await readSessionToken('console', 'a.localhost', cookie)).toBeNull();
  });

  it('is dead as soon as it is revoked', async () => {
    const [tenant] = tenants;
    const { sessionId, memberId } = await signInMember(visitor(tenant), { email: emailOf(tenant), password });
    expect(await checkMemberSession(tenant.scope, sessionId)).not.toBeNull();
    await tenantDb(tenant.scope).$transaction((tx) => revokeMemberSessions(tx, tenant.scope, { memberId, sessionId }));
    expect(await checkMemberSession(tenant.scope, sessionId)).toBeNull();
  });
});

describe('a forgotten password', () => {
  const mailedToken = async (): Promise<string> => {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT payload -> 'mail' ->> 'text' AS text FROM graphile_worker._private_jobs WHERE payload -> 'mail' IS NOT NULL ORDER BY id DESC LIMIT 1`,
    );
    return /reset-password\/([\w-]+)/.exec(rows[0]?.text ?? '')?.[1] ?? '';
  };

  it('is reset once by the mailed link: of 20 parallel tries one succeeds, and all sessions end', async () => {
    const [tenant, other] = tenants;
    const { sessionId } = await signInMember(visitor(tenant), { email: emailOf(tenant), password });
    await requestMemberReset(visitor(tenant), emailOf(tenant));
    const token = await mailedToken();
    await expect(resetMemberPassword(visitor(other), token, 'a different phrase again')).rejects.toMatchObject({
      details: { messageKey: 'linkExpired' },
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => resetMemberPassword(visitor(tenant), token, 'a different phrase again')),
    );
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await checkMemberSession(tenant.scope, sessionId)).toBeNull();
    await expect(
      signInMember(visitor(tenant), { email: emailOf(tenant), password: 'a different phrase again' }),
    ).resolves.toBeDefined();
  });

  it('says nothing about unknown accounts and mails nobody', async () => {
    const count = async (): Promise<number> =>
      (await admin.query('SELECT 1 FROM graphile_worker._private_jobs')).rowCount ?? 0;
    const before = await count();
    await expect(requestMemberReset(visitor(tenants[0]), 'nobody@x.test')).resolves.toBeUndefined();
    expect(await count()).toBe(before);
  });

  it('refuses an expired link', async () => {
    const [tenant] = tenants;
    await requestMemberReset(visitor(tenant), emailOf(tenant));
    await admin.query("UPDATE member_password_resets SET expires_at = now() - interval '1 second'");
    await expect(
      resetMemberPassword(visitor(tenant), await mailedToken(), 'a different phrase again'),
    ).rejects.toMatchObject({ details: { messageKey: 'linkExpired' } });
  });
});
