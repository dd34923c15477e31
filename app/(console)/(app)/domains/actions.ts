'use server';

import { forceCheck } from '@/lib/features/domains/force-check';
import { forceRelease } from '@/lib/features/domains/force-release';
import { consoleDomainIdSchema, forceReleaseSchema } from '@/lib/features/domains/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const forceCheckAction = defineConsoleAction({
  permission: 'domains.manage',
  input: consoleDomainIdSchema,
  run: forceCheck,
});

export const forceReleaseAction = defineConsoleAction({
  permission: 'domains.manage',
  input: forceReleaseSchema,
  run: forceRelease,
});
