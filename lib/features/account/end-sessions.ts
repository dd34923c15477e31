import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** Ends one of one's own sessions. Somebody else's, another tenant's and an ended one are all not there. @throws AppError not_found */
export async function endSession(ctx: MemberContext, sessionId: string): Promise<void> {
  const { id: memberId, email } = ctx.actor;
  await tenantDb(ctx).$transaction(async (tx) => {
    const ended = await revokeMemberSessions(tx, ctx, { memberId, sessionId });
    if (ended === 0) throw notFound();
    await recordEvent(tx, ctx, 'member.session_revoked', { type: 'session', id: sessionId, label: email });
  });
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(ctx: MemberContext): Promise<{ ended: number }> {
  const { id: memberId, email, sessionId } = ctx.actor;
  return tenantDb(ctx).$transaction(async (tx) => {
    const ended = await revokeMemberSessions(tx, ctx, { memberId, except: sessionId });
    if (ended > 0)
      await recordEvent(
        tx,
        ctx,
        'member.session_revoked',
        { type: 'member', id: memberId, label: email },
        { sessions: { before: ended, after: 0 } },
      );
    return { ended };
  });
}
