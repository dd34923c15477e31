'use server';

import { changeRoles } from '@/lib/features/members/change-roles';
import { inviteMembers } from '@/lib/features/members/invite-members';
import { renameMember } from '@/lib/features/members/rename-member';
import { resendInvitation } from '@/lib/features/members/resend-invitation';
import { restoreMembers } from '@/lib/features/members/restore-members';
import { revokeInvitation } from '@/lib/features/members/revoke-invitation';
import { revokeMembers } from '@/lib/features/members/revoke-members';
import {
  changeRolesSchema,
  inviteSchema,
  memberIdSchema,
  memberIdsSchema,
  renameMemberSchema,
} from '@/lib/features/members/schema';
import { defineMemberAction } from '@/lib/http/define-action';

export const inviteAction = defineMemberAction({
  permission: 'members.manage',
  input: inviteSchema,
  run: inviteMembers,
});

export const changeRolesAction = defineMemberAction({
  permission: 'members.manage',
  input: changeRolesSchema,
  run: changeRoles,
});

export const revokeMembersAction = defineMemberAction({
  permission: 'members.manage',
  input: memberIdsSchema,
  run: (ctx, { ids }) => revokeMembers(ctx, ids),
});

export const restoreMembersAction = defineMemberAction({
  permission: 'members.manage',
  input: memberIdsSchema,
  run: (ctx, { ids }) => restoreMembers(ctx, ids),
});

export const renameMemberAction = defineMemberAction({
  permission: 'members.manage',
  input: renameMemberSchema,
  run: async (ctx, input) => {
    await renameMember(ctx, input);
    return null;
  },
});

export const resendInvitationAction = defineMemberAction({
  permission: 'members.manage',
  input: memberIdSchema,
  run: async (ctx, { id }) => {
    await resendInvitation(ctx, id);
    return null;
  },
});

export const revokeInvitationAction = defineMemberAction({
  permission: 'members.manage',
  input: memberIdSchema,
  run: async (ctx, { id }) => {
    await revokeInvitation(ctx, id);
    return null;
  },
});
