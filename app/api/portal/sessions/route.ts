import { z } from 'zod';
import { listSessions } from '@/lib/features/account/list-sessions';
import { sessionListSchema } from '@/lib/features/account/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: null,
  query: z.object({}),
  response: sessionListSchema,
  run: async (ctx) => ({ data: await listSessions(ctx) }),
});
