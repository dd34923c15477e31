import { z } from 'zod';
import { emailSchema } from '@/lib/core/passwords/schema';
import { hasSlugShape } from '@/lib/edge/slug';

/** Short name of an organisation, as in the address of its portal; the whole address is understood too. */
export const findBySlugSchema = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(300, 'invalid')
    .transform((typed) => typed.replace(/^https?:\/\//, '').split(/[./:]/)[0] ?? '')
    .refine(hasSlugShape, 'invalid'),
});

export const findByEmailSchema = z.strictObject({ email: emailSchema });
