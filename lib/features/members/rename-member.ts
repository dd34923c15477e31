import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { notFound } from '@/lib/platform/errors';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { changeMembers } from './locked-change';

export async function renameMember(ctx: TenantContext, { id, name }: { id: string; name: string }): Promise<void> {
  await changeMembers(ctx, [id], async (tx, { targets: [member], demandRank }) => {
    if (!member) throw notFound();
    demandRank();
    if (member.name === name) return;
    await tx.member.update({ where: rowKey(ctx, id), data: { name }, select: { id: true } });
    await recordEvent(
      tx,
      ctx,
      'member.renamed',
      { type: 'member', id, label: member.email },
      changesBetween({ name: member.name }, { name }),
    );
    await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
  });
}
