import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { dropDisplayPreferences } from '@/lib/core/settings/member-preferences';
import { publishChange } from '@/lib/platform/change-bus';
import { notFound } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { Profile } from './schema';

/** One's own name and display preferences; the account is the session's, never the input's. */
export async function changeProfile(ctx: MemberContext, profile: Profile): Promise<void> {
  const { id, email } = ctx.actor;
  await tenantDb(ctx).$transaction(async (tx) => {
    const before = await tx.member.findFirst({
      where: { id, status: 'active' },
      select: { name: true, locale: true, timeZone: true, theme: true },
    });
    if (!before) throw notFound();
    const changes = changesBetween(before, profile);
    if (Object.keys(changes).length === 0) return;
    await tx.member.update({ where: rowKey(ctx, id), data: profile, select: { id: true } });
    await recordEvent(tx, ctx, 'member.profile_changed', { type: 'member', id, label: email }, changes);
    await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
  });
  dropDisplayPreferences(ctx.tenantId);
}
