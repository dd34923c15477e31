import { z } from 'zod';
import { defineConsoleRoute } from '@/lib/http/define-route';
import { readRun } from '@/lib/workflows/provisioning/read-run';
import { runSchema } from '@/lib/workflows/provisioning/schema';

export const GET = defineConsoleRoute({
  permission: 'tenants.create',
  query: z.object({ id: z.uuid() }),
  response: runSchema,
  run: (ctx, { id }) => readRun(ctx, id),
});
