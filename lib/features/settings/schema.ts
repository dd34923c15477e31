import { z } from 'zod';
import { dateFormats, regionFormatSchema, timeZoneSchema } from '@/lib/core/settings/schema';

/** Direction marks and line breaks would let a name read as another, or break a mail header. */
const plainText = /^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;

const emptyToNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());

/** The whole settings form; shared by browser and server. */
export const settingsSchema = z.strictObject({
  name: z.string().trim().min(2, 'required').max(60, 'too_long').regex(plainText, 'invalid_characters'),
  timeZone: timeZoneSchema,
  locale: regionFormatSchema,
  dateFormat: z.enum(dateFormats, 'invalid'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'invalid')
    .refine(isCurrency, 'invalid'),
  fiscalYearStartMonth: z.coerce.number().int().min(1, 'invalid').max(12, 'invalid'),
  billingContactName: emptyToNull(z.string().trim().max(100, 'too_long').regex(plainText, 'invalid_characters')),
  billingContactEmail: emptyToNull(z.string().trim().toLowerCase().max(254, 'too_long').pipe(z.email('invalid_email'))),
});

export type SettingsInput = z.output<typeof settingsSchema>;

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}
