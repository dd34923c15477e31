import { listMembers } from '@/lib/features/members/list-members';
import { memberPageSchema, memberQuerySchema } from '@/lib/features/members/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'members.view',
  query: memberQuerySchema,
  response: memberPageSchema,
  run: listMembers,
});
