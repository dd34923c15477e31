import { MembersHeader } from '@/components/members/members-header';
import type { MembersViewer } from '@/components/members/member-types';
import { can, type MemberContext } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { readMemberPlaces } from '@/lib/features/members/read-places';
import { inviteAction } from './actions';

/** Head of both people pages: title, tabs with their counts, the invitation panel. */
export async function MembersHead({ ctx, viewer }: { ctx: MemberContext; viewer: MembersViewer }) {
  const { listed, ...places } = await readMemberPlaces(ctx);
  return (
    <MembersHeader
      viewer={viewer}
      places={places}
      invite={inviteAction}
      openInvitations={viewer.canManage ? listed : 0}
    />
  );
}

export async function membersViewer(ctx: MemberContext): Promise<MembersViewer> {
  return {
    id: ctx.actor.id,
    role: ctx.actor.role,
    canManage: can(ctx, 'members.manage'),
    canReadAudit: can(ctx, 'audit.view'),
    bulkInvite: await isEnabled(ctx, 'members.bulk_invite'),
  };
}
