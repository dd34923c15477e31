import { MembersHeader } from '@/components/members/members-header';
import type { MembersViewer } from '@/components/members/member-types';
import { can, type MemberContext } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { listInvitations } from '@/lib/features/members/list-invitations';
import { readMemberPlaces } from '@/lib/features/members/read-places';
import { invitationQuerySchema } from '@/lib/features/members/schema';
import { inviteAction } from './actions';

/** Head of both people pages: title, tabs with their counts, the invitation panel. */
export async function MembersHead({ ctx, viewer }: { ctx: MemberContext; viewer: MembersViewer }) {
  const [places, invitations] = await Promise.all([
    readMemberPlaces(ctx),
    viewer.canManage ? listInvitations(ctx, invitationQuerySchema.parse({ limit: 1 })) : null,
  ]);
  return (
    <MembersHeader viewer={viewer} places={places} invite={inviteAction} openInvitations={invitations?.total ?? 0} />
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
