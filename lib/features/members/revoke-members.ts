import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { changeMembers } from './locked-change';

/** Takes the accounts of all of these members away, or of none: sessions and pending password links end in the same transaction. */
export async function revokeMembers(ctx: TenantContext, ids: readonly string[]): Promise<{ revoked: number }> {
  return changeMembers(ctx, ids, async (tx, { targets, demand }) => {
    demand(null);
    const active = targets.filter((member) => member.status === 'active');
    for (const member of active) {
      await tx.member.update({ where: rowKey(ctx, member.id), data: { status: 'revoked' }, select: { id: true } });
      await tx.memberPasswordReset.deleteMany({ where: { memberId: member.id } });
      await revokeMemberSessions(tx, ctx, { memberId: member.id });
      await recordEvent(
        tx,
        ctx,
        'member.revoked',
        { type: 'member', id: member.id, label: member.email },
        changesBetween({ status: 'active' }, { status: 'revoked' }),
      );
    }
    if (active.length > 0) await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
    return { revoked: active.length };
  });
}
