import { z } from 'zod';
import { newPasswordSchema, typedPasswordSchema } from '@/lib/core/passwords/schema';
import { regionFormatSchema, timeZoneSchema } from '@/lib/core/settings/schema';

export const themes = ['light', 'dark', 'system'] as const;

const own = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());

/** Own name and display preferences. Null follows the tenant. */
export const profileSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'required')
    .max(100, 'too_long')
    .regex(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'invalid_characters'),
  locale: own(regionFormatSchema),
  timeZone: own(timeZoneSchema),
  theme: z.enum(themes, 'invalid'),
});
export type Profile = z.output<typeof profileSchema>;

export const changePasswordSchema = z.strictObject({ current: typedPasswordSchema, password: newPasswordSchema });

export const sessionIdSchema = z.strictObject({ id: z.uuid() });

export const sessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  /** Such as "Firefox, Windows"; null for what is not recognised. */
  device: z.string().nullable(),
  ip: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
export type SessionRow = z.infer<typeof sessionSchema>;

export const sessionListSchema = z.object({ data: z.array(sessionSchema) });
