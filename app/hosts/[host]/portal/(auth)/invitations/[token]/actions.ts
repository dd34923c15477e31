'use server';

import { acceptInvitation } from '@/lib/features/members/accept-invitation';
import { acceptInvitationSchema } from '@/lib/features/members/schema';
import { defineVisitorAction } from '@/lib/http/define-action';
import { openSession } from '@/lib/workflows/sign-in/auth';

export const acceptInvitationAction = defineVisitorAction({
  input: acceptInvitationSchema,
  run: async (ctx, input) => {
    const { email } = await acceptInvitation(ctx, input);
    await openSession({ email, password: input.password });
    return { location: '/' };
  },
});
