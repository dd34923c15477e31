import { z } from 'zod';
import { readMail } from '@/lib/features/outbox/read-outbox';
import { outboxDetailSchema } from '@/lib/features/outbox/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'outbox.view',
  query: z.object({ id: z.string().max(60) }),
  response: outboxDetailSchema,
  run: (ctx, { id }) => readMail(ctx, id),
});
