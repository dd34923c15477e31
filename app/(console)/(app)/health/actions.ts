'use server';

import { z } from 'zod';
import { requestRun } from '@/lib/features/canary/request-run';
import { defineConsoleAction } from '@/lib/http/define-action';

export const runCanaryAction = defineConsoleAction({
  permission: 'health.manage',
  input: z.strictObject({}),
  run: requestRun,
});
