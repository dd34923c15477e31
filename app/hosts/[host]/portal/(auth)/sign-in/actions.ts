'use server';

import { defineVisitorAction } from '@/lib/http/define-action';
import { safeReturnPath } from '@/lib/http/return-path';
import { openSession } from '@/lib/workflows/sign-in/auth';
import { signInFormSchema } from '@/lib/workflows/sign-in/schema';

export const signInAction = defineVisitorAction({
  input: signInFormSchema,
  run: async (_ctx, { email, password, returnTo }) => {
    await openSession({ email, password });
    return { location: safeReturnPath(returnTo) };
  },
});
