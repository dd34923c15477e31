'use server';

import { z } from 'zod';
import { changePassword } from '@/lib/features/account/change-password';
import { changeProfile } from '@/lib/features/account/change-profile';
import { endOtherSessions, endSession } from '@/lib/features/account/end-sessions';
import { changePasswordSchema, profileSchema, sessionIdSchema } from '@/lib/features/account/schema';
import { defineMemberAction } from '@/lib/http/define-action';

export const changeProfileAction = defineMemberAction({
  permission: null,
  input: profileSchema,
  run: async (ctx, profile) => {
    await changeProfile(ctx, profile);
    return null;
  },
});

export const changePasswordAction = defineMemberAction({
  permission: null,
  input: changePasswordSchema,
  run: changePassword,
});

export const endSessionAction = defineMemberAction({
  permission: null,
  input: sessionIdSchema,
  run: async (ctx, { id }) => {
    await endSession(ctx, id);
    return null;
  },
});

export const endOtherSessionsAction = defineMemberAction({
  permission: null,
  input: z.null(),
  run: (ctx) => endOtherSessions(ctx),
});
