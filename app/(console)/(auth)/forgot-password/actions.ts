'use server';

import { defineConsoleVisitorAction } from '@/lib/http/define-action';
import { requestSuperAdminReset } from '@/lib/workflows/sign-in/reset-super-admin-password';
import { requestResetSchema } from '@/lib/workflows/sign-in/schema';

export const requestResetAction = defineConsoleVisitorAction({
  input: requestResetSchema,
  run: async (request, { email }) => {
    await requestSuperAdminReset(request, email);
    return null;
  },
});
