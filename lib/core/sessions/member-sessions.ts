import 'server-only';
import type { MemberRole } from '@/lib/core/access/roles';
import type { RequestInfo } from '@/lib/core/access/context';
import { publishChange } from '@/lib/platform/change-bus';
import { logger } from '@/lib/platform/logger';
import type { TenantScope } from '@/lib/tenancy/context';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { sessionSeconds } from './session-token';

/** A living session and the member it belongs to, as the database says now (or 3 s ago). */
export interface MemberSessionRecord {
  sessionId: string;
  member: {
    id: string;
    email: string;
    name: string;
    role: MemberRole;
    locale: string | null;
    timeZone: string | null;
    theme: string;
  };
}

/** Always a new row, so that signing in never continues an older session. Returns the session's id. */
export async function startMemberSession(tx: TenantTx, memberId: string, request: RequestInfo): Promise<string> {
  const session = await tx.memberSession.create({
    data: {
      memberId,
      ip: request.ip,
      userAgent: request.userAgent?.slice(0, 400) ?? null,
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
    },
    select: { id: true },
  });
  return session.id;
}

/** Null for a session that is unknown, revoked, expired, or whose member is no longer active. */
export async function checkMemberSession(scope: TenantScope, sessionId: string): Promise<MemberSessionRecord | null> {
  const { found } = await sessions.get(scope, sessionId);
  return found;
}

/** Ends sessions of one member. `except` keeps the one that asks. Dead on this node at once, on every other within 3 s at the latest. */
export async function revokeMemberSessions(
  tx: TenantTx,
  scope: TenantScope,
  which: { memberId: string; sessionId?: string; except?: string },
): Promise<number> {
  const { count } = await tx.memberSession.updateMany({
    where: {
      memberId: which.memberId,
      revokedAt: null,
      id: which.sessionId ?? (which.except ? { not: which.except } : undefined),
    },
    data: { revokedAt: new Date() },
  });
  await publishChange(tx, { kind: 'session', tenantId: scope.tenantId });
  sessions.drop(scope.tenantId);
  return count;
}

const touchEveryMs = 60_000;

const sessions = tenantCache<{ found: MemberSessionRecord | null }>({
  max: 2_000,
  ttlMs: 3_000,
  changes: ['session', 'member', 'tenant'],
  load: async (scope, sessionId) => ({ found: await loadSession(scope, sessionId) }),
});

async function loadSession(scope: TenantScope, sessionId: string): Promise<MemberSessionRecord | null> {
  const row = await tenantDb(scope).memberSession.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: new Date() }, member: { status: 'active' } },
    select: {
      id: true,
      lastSeenAt: true,
      member: { select: { id: true, email: true, name: true, role: true, locale: true, timeZone: true, theme: true } },
    },
  });
  if (!row) return null;
  if (Date.now() - row.lastSeenAt.getTime() > touchEveryMs) touch(scope, sessionId, row.member.id);
  return { sessionId: row.id, member: { ...row.member, role: row.member.role as MemberRole } };
}

/** "Last seen" may lag by a minute; the request doesn't wait for it. */
function touch(scope: TenantScope, sessionId: string, memberId: string): void {
  const now = new Date();
  const db = tenantDb(scope);
  Promise.all([
    db.memberSession.update({ where: rowKey(scope, sessionId), data: { lastSeenAt: now }, select: { id: true } }),
    db.member.update({ where: rowKey(scope, memberId), data: { lastSeenAt: now }, select: { id: true } }),
  ]).catch((error: unknown) =>
    logger.warn({ err: error, tenantId: scope.tenantId }, 'session: last seen not recorded'),
  );
}
