'use server';

import { z } from 'zod';
import {
  changeOwnPassword,
  chooseOwnLanguage,
  revokeOtherSessions,
  revokeOwnSession,
} from '@/lib/features/super-admins/own-account';
import { ownLanguageSchema, ownPasswordSchema, superAdminIdSchema } from '@/lib/features/super-admins/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const changeOwnPasswordAction = defineConsoleAction({
  permission: null,
  input: ownPasswordSchema,
  run: changeOwnPassword,
});

export const chooseOwnLanguageAction = defineConsoleAction({
  permission: null,
  input: ownLanguageSchema,
  run: async (ctx, choice) => {
    await chooseOwnLanguage(ctx, choice);
    return null;
  },
});

export const endOwnSessionAction = defineConsoleAction({
  permission: null,
  input: superAdminIdSchema,
  run: async (ctx, { id }) => {
    await revokeOwnSession(ctx, id);
    return null;
  },
});

export const endOtherSessionsAction = defineConsoleAction({
  permission: null,
  input: z.null(),
  run: async (ctx) => ({ ended: await revokeOtherSessions(ctx) }),
});
