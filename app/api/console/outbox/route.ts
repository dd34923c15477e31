import { z } from 'zod';
import { listMails } from '@/lib/features/outbox/read-outbox';
import { outboxSchema } from '@/lib/features/outbox/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'outbox.view',
  query: z.object({}),
  response: outboxSchema,
  run: (ctx) => listMails(ctx),
});
