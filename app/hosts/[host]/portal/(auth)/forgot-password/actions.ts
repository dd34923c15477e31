'use server';

import { defineVisitorAction } from '@/lib/http/define-action';
import { requestMemberReset } from '@/lib/workflows/sign-in/reset-member-password';
import { requestResetSchema } from '@/lib/workflows/sign-in/schema';

export const requestResetAction = defineVisitorAction({
  input: requestResetSchema,
  run: async (ctx, { email }) => {
    await requestMemberReset(ctx, email);
    return null;
  },
});
