'use server';

import { defineConsoleVisitorAction } from '@/lib/http/define-action';
import { openSession } from '@/lib/workflows/sign-in/auth';
import { resetSuperAdminPassword } from '@/lib/workflows/sign-in/reset-super-admin-password';
import { resetPasswordSchema } from '@/lib/workflows/sign-in/schema';

export const resetPasswordAction = defineConsoleVisitorAction({
  input: resetPasswordSchema,
  run: async (request, { token, password }) => {
    const { email } = await resetSuperAdminPassword(request, token, password);
    await openSession({ email, password });
    return { location: '/' };
  },
});
