import { z } from 'zod';
import { emailSchema, newPasswordSchema, typedPasswordSchema } from '@/lib/core/passwords/schema';

export const credentialsSchema = z.object({ email: emailSchema, password: typedPasswordSchema });
export type Credentials = z.output<typeof credentialsSchema>;

export const signInFormSchema = credentialsSchema.extend({ returnTo: z.string().max(2_000).optional() });

export const requestResetSchema = z.object({ email: emailSchema });

export const resetPasswordSchema = z.object({ token: z.string().min(20).max(200), password: newPasswordSchema });
