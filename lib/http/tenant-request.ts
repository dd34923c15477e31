import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { MemberContext, TenantContext, VisitorActor } from '@/lib/core/access/context';
import { checkMemberSession, type MemberSessionRecord } from '@/lib/core/sessions/member-sessions';
import { readSessionToken, sessionCookie } from '@/lib/core/sessions/session-token';
import { noteMember } from '@/lib/core/usage/request-members';
import { AppError, notFound } from '@/lib/platform/errors';
import { resolveHost, type HostRecord } from '@/lib/tenancy/host-directory';
import { requestedHost, requestInfo } from '@/lib/core/access/request-info';

/** The stored record of the host that was asked for. @throws AppError not_found for a host that is nobody's, or of another surface. */
export const tenantHost = cache(async (surface: HostRecord['surface']): Promise<HostRecord> => {
  const record = await resolveHost(requestedHost(await headers()));
  if (record?.surface !== surface) throw notFound();
  return record;
});

/** Context of somebody who has not signed in. @throws AppError not_found, tenant_suspended */
export const visitorContext = cache(async (): Promise<TenantContext<VisitorActor>> => {
  const record = await activeHost();
  return { ...tenantOf(record), actor: { type: 'visitor' }, request: requestInfo(await headers()) };
});

/** The signed-in member's session on this host, or null. @throws AppError not_found, tenant_suspended */
export const memberSession = cache(async (): Promise<MemberSessionRecord | null> => {
  const record = await activeHost();
  const cookie = (await cookies()).get(sessionCookie(record.host).name)?.value;
  const sessionId = await readSessionToken({ tenantId: record.tenantId }, record.host, cookie);
  return sessionId ? checkMemberSession(record, sessionId) : null;
});

/** Context of the signed-in member. @throws AppError not_found, tenant_suspended, unauthenticated */
export const memberContext = cache(async (): Promise<MemberContext> => {
  const [record, session] = [await activeHost(), await memberSession()];
  if (!session) throw new AppError('unauthenticated', 'Sign in first.');
  const { member, sessionId } = session;
  const request = requestInfo(await headers());
  noteMember(request.requestId, member.id);
  return {
    ...tenantOf(record),
    actor: { type: 'member', id: member.id, sessionId, name: member.name, email: member.email, role: member.role },
    request,
  };
});

async function activeHost(): Promise<HostRecord> {
  const record = await tenantHost('portal');
  if (record.status === 'suspended') throw new AppError('tenant_suspended', 'This portal is suspended.');
  return record;
}

function tenantOf(record: HostRecord): Omit<TenantContext, 'actor' | 'request'> {
  return {
    tenantId: record.tenantId,
    placement: record.placement,
    slug: record.slug,
    tenantName: record.name,
    planId: record.planId,
  };
}
