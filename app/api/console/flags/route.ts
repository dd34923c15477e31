import { z } from 'zod';
import { listFlags } from '@/lib/core/flags/list-flags';
import { flagListSchema } from '@/lib/core/flags/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'flags.view',
  query: z.object({}),
  response: flagListSchema,
  run: listFlags,
});
