import { z } from 'zod';
import { locales } from '@/lib/messages/locales';
import { emailSchema, newPasswordSchema, typedPasswordSchema } from '@/lib/core/passwords/schema';

/** The same names as lib/core/access/roles.ts, which components may not import; `rules.test.ts` compares the two. */
export const superAdminRoleNames = ['support', 'operator', 'owner'] as const;
const roleSchema = z.enum(superAdminRoleNames);

export const addSuperAdminSchema = z.strictObject({
  name: z.string().trim().min(1, 'required').max(100, 'too_long'),
  email: emailSchema,
  role: roleSchema,
});
export type AddSuperAdmin = z.infer<typeof addSuperAdminSchema>;

export const superAdminIdSchema = z.strictObject({ id: z.uuid() });
export const changeRoleSchema = z.strictObject({ id: z.uuid(), role: roleSchema });

export const ownLanguageSchema = z.strictObject({ language: z.enum(locales) });
export type OwnLanguage = z.infer<typeof ownLanguageSchema>;

export const ownPasswordSchema = z.strictObject({ current: typedPasswordSchema, password: newPasswordSchema });
export type OwnPassword = z.infer<typeof ownPasswordSchema>;

export interface SuperAdminRow {
  id: string;
  name: string;
  email: string;
  role: (typeof superAdminRoleNames)[number];
  status: 'active' | 'revoked';
  lastSeenAt: string | null;
  createdAt: string;
}

export const ownSessionsSchema = z.object({
  data: z.array(
    z.object({
      id: z.uuid(),
      current: z.boolean(),
      device: z.string().nullable(),
      ip: z.string().nullable(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
    }),
  ),
});
export type OwnSession = z.infer<typeof ownSessionsSchema>['data'][number];
