import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { ConsoleContext, SuperAdminActor } from '@/lib/core/access/context';
import { readSessionToken, sessionCookie } from '@/lib/core/sessions/session-token';
import { checkSuperAdminSession, type SuperAdminSessionRecord } from '@/lib/core/sessions/super-admin-sessions';
import { AppError, notFound } from '@/lib/platform/errors';
import { consoleHost } from '@/lib/platform/origins';
import { requestedHost, requestInfo } from '@/lib/core/access/request-info';

/** @throws AppError not_found on any host but the console's */
export async function requireConsoleHost(): Promise<string> {
  const host = consoleHost();
  if (requestedHost(await headers()) !== host) throw notFound();
  return host;
}

export const superAdminSession = cache(async (): Promise<SuperAdminSessionRecord | null> => {
  const host = await requireConsoleHost();
  const sessionId = await readSessionToken('console', host, (await cookies()).get(sessionCookie(host).name)?.value);
  return sessionId ? checkSuperAdminSession(sessionId) : null;
});

/** Context of the signed-in super-admin. @throws AppError not_found, unauthenticated */
export const consoleContext = cache(async (): Promise<ConsoleContext<SuperAdminActor>> => {
  const session = await superAdminSession();
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  const { superAdmin, sessionId } = session;
  return {
    actor: {
      type: 'super_admin',
      id: superAdmin.id,
      sessionId,
      name: superAdmin.name,
      email: superAdmin.email,
      role: superAdmin.role,
    },
    request: requestInfo(await headers()),
  };
});
