import { z } from 'zod';
import { listOwnSessions } from '@/lib/features/super-admins/own-account';
import { ownSessionsSchema } from '@/lib/features/super-admins/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: null,
  query: z.object({}),
  response: ownSessionsSchema,
  run: async (ctx) => ({ data: await listOwnSessions(ctx) }),
});
