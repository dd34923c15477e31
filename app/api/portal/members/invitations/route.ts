import { listInvitations } from '@/lib/features/members/list-invitations';
import { invitationPageSchema, invitationQuerySchema } from '@/lib/features/members/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'members.manage',
  query: invitationQuerySchema,
  response: invitationPageSchema,
  run: listInvitations,
});
