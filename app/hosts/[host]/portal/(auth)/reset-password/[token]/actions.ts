'use server';

import { defineVisitorAction } from '@/lib/http/define-action';
import { openSession } from '@/lib/workflows/sign-in/auth';
import { resetMemberPassword } from '@/lib/workflows/sign-in/reset-member-password';
import { resetPasswordSchema } from '@/lib/workflows/sign-in/schema';

export const resetPasswordAction = defineVisitorAction({
  input: resetPasswordSchema,
  run: async (ctx, { token, password }) => {
    const { email } = await resetMemberPassword(ctx, token, password);
    await openSession({ email, password });
    return { location: '/' };
  },
});
