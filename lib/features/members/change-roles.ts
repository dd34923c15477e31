import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { changeMembers } from './locked-change';

/** Gives one role to all of these members or to none. Their sessions act under it within 3 s. @throws AppError not_found, forbidden (rankTooLow, lastOwner, ownAccount) */
export async function changeRoles(
  ctx: TenantContext,
  { ids, role }: { ids: readonly string[]; role: MemberRole },
): Promise<{ changed: number }> {
  return changeMembers(ctx, ids, async (tx, { targets, demand }) => {
    demand(role);
    const others = targets.filter((member) => member.role !== role);
    for (const member of others) {
      await tx.member.update({ where: rowKey(ctx, member.id), data: { role }, select: { id: true } });
      await recordEvent(
        tx,
        ctx,
        'member.role_changed',
        { type: 'member', id: member.id, label: member.email },
        changesBetween({ role: member.role }, { role }),
      );
    }
    if (others.length > 0) await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
    return { changed: others.length };
  });
}
