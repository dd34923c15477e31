import 'server-only';
import type { MemberActor, TenantContext, VisitorActor } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { recordEvent } from '@/lib/core/audit/record-event';
import { verifyPassword } from '@/lib/core/passwords/hash-password';
import { clearAttempts, takeAttempts } from '@/lib/core/sessions/attempts';
import { startMemberSession } from '@/lib/core/sessions/member-sessions';
import { meterEvent } from '@/lib/core/usage/meter';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { Credentials } from './schema';

/**
 * Checks e-mail and password and starts a session. Known and unknown accounts, revoked members and wrong passwords get the same
 * answer after the same work.
 * @throws AppError rate_limited, unauthenticated
 */
export async function signInMember(
  ctx: TenantContext<VisitorActor>,
  { email, password }: Credentials,
): Promise<{ sessionId: string; memberId: string }> {
  const db = tenantDb(ctx);
  await takeAttempts(db, ctx.tenantId, {
    'sign-in:account': email,
    'sign-in:network': ctx.request.ip ?? 'unknown',
    'sign-in:tenant': 'all',
  });

  const member = await db.member.findFirst({
    where: { email },
    select: { id: true, name: true, email: true, role: true, status: true, password: { select: { hash: true } } },
  });
  const usable = member?.status === 'active' ? member : null;
  const matches = await verifyPassword(password, usable?.password?.hash ?? null);
  if (!usable || !matches) {
    // Only of known accounts: what strangers type into the address field may be a password.
    if (member)
      await db.$transaction((tx) =>
        recordEvent(tx, ctx, 'member.sign_in_failed', { type: 'member', id: member.id, label: member.email }),
      );
    throw new AppError('unauthenticated', 'The e-mail address or the password is not right.', {
      messageKey: 'badCredentials',
    });
  }

  const sessionId = await db.$transaction(async (tx) => {
    const id = await startMemberSession(tx, usable.id, ctx.request);
    const actor: MemberActor = {
      type: 'member',
      id: usable.id,
      sessionId: id,
      name: usable.name,
      email: usable.email,
      role: usable.role as MemberRole,
    };
    await recordEvent(tx, { ...ctx, actor }, 'member.signed_in', {
      type: 'member',
      id: usable.id,
      label: usable.email,
    });
    return id;
  });
  await clearAttempts(db, ctx.tenantId, 'sign-in:account', email);
  meterEvent(ctx, { meter: 'sign_ins', surface: 'portal', memberId: usable.id });
  return { sessionId, memberId: usable.id };
}
