import 'server-only';
import type { ConsoleContext, MemberContext, SuperAdminActor } from '@/lib/core/access/context';
import { recordEvent, recordPlatformEvent } from '@/lib/core/audit/record-event';
import { revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { revokeSuperAdminSessions } from '@/lib/core/sessions/super-admin-sessions';
import { consoleDb } from '@/lib/tenancy/console-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { closeSession } from './auth';

/** Ends the session in the database first: a copy of the cookie is worth nothing afterwards. */
export async function signOutMember(ctx: MemberContext): Promise<void> {
  const { id, sessionId, email } = ctx.actor;
  await tenantDb(ctx).$transaction(async (tx) => {
    await revokeMemberSessions(tx, ctx, { memberId: id, sessionId });
    await recordEvent(tx, ctx, 'member.signed_out', { type: 'member', id, label: email });
  });
  await closeSession();
}

export async function signOutSuperAdmin(ctx: ConsoleContext<SuperAdminActor>): Promise<void> {
  const { id, sessionId, email } = ctx.actor;
  await consoleDb().$transaction(async (tx) => {
    await revokeSuperAdminSessions(tx, { superAdminId: id, sessionId });
    await recordPlatformEvent(tx, ctx, 'super_admin.signed_out', { type: 'super_admin', id, label: email });
  });
  await closeSession();
}
