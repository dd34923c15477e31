import 'server-only';
import { LRUCache } from 'lru-cache';
import type { RequestInfo } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { onChange, publishChange } from '@/lib/platform/change-bus';
import { pickedLanguage, type Locale } from '@/lib/messages/locales';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { sessionSeconds } from './session-token';

export interface SuperAdminSessionRecord {
  sessionId: string;
  superAdmin: { id: string; email: string; name: string; role: SuperAdminRole; theme: string; language: Locale | null };
}

/** Always a new row. Returns the session's id. */
export async function startSuperAdminSession(
  tx: ConsoleTx,
  superAdminId: string,
  request: RequestInfo,
): Promise<string> {
  const session = await tx.superAdminSession.create({
    data: {
      superAdminId,
      ip: request.ip,
      userAgent: request.userAgent?.slice(0, 400) ?? null,
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
    },
    select: { id: true },
  });
  return session.id;
}

/** Null for a session that is unknown, revoked, expired, or whose account is no longer active. */
export async function checkSuperAdminSession(sessionId: string): Promise<SuperAdminSessionRecord | null> {
  let held = sessions.get(sessionId);
  if (!held) {
    held = loadSession(sessionId);
    sessions.set(sessionId, held);
    held.catch(() => sessions.delete(sessionId));
  }
  return held;
}

export async function revokeSuperAdminSessions(
  tx: ConsoleTx,
  which: { superAdminId: string; sessionId?: string; except?: string },
): Promise<number> {
  const { count } = await tx.superAdminSession.updateMany({
    where: {
      superAdminId: which.superAdminId,
      revokedAt: null,
      id: which.sessionId ?? (which.except ? { not: which.except } : undefined),
    },
    data: { revokedAt: new Date() },
  });
  await forgetSuperAdminSessions(tx);
  return count;
}

/** What is remembered of them is read again, on every node, once the transaction commits. */
export async function forgetSuperAdminSessions(tx: ConsoleTx): Promise<void> {
  await publishChange(tx, { kind: 'session' });
  sessions.clear();
}

const sessions = new LRUCache<string, Promise<SuperAdminSessionRecord | null>>({ max: 1_000, ttl: 3_000 });

onChange((change) => {
  if (change.kind === 'session' && !change.tenantId) sessions.clear();
});

const touchEveryMs = 60_000;

async function loadSession(sessionId: string): Promise<SuperAdminSessionRecord | null> {
  const row = await consoleDb().superAdminSession.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: new Date() }, superAdmin: { status: 'active' } },
    select: {
      id: true,
      lastSeenAt: true,
      superAdmin: { select: { id: true, email: true, name: true, role: true, theme: true, language: true } },
    },
  });
  if (!row) return null;
  if (Date.now() - row.lastSeenAt.getTime() > touchEveryMs) {
    await consoleDb().superAdminSession.update({
      where: { id: row.id },
      data: { lastSeenAt: new Date() },
      select: { id: true },
    });
  }
  const { role, language } = row.superAdmin;
  return {
    sessionId: row.id,
    superAdmin: { ...row.superAdmin, role: role as SuperAdminRole, language: pickedLanguage(language) },
  };
}
