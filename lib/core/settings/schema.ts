import { z } from 'zod';

export const dateFormats = ['long', 'dmy', 'mdy', 'iso'] as const;
export type DateFormat = (typeof dateFormats)[number];

/** How dates and numbers can be written: BCP 47 tags that every supported Node and browser knows. Named in the reader's language by Intl.DisplayNames. */
export const regionFormats = [
  'en',
  'en-US',
  'en-GB',
  'en-AU',
  'en-CA',
  'en-IN',
  'cs',
  'da',
  'de',
  'de-AT',
  'de-CH',
  'es',
  'es-MX',
  'fi',
  'fr',
  'fr-CA',
  'fr-CH',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'sv',
  'tr',
  'uk',
  'zh-Hans',
  'zh-Hant',
] as const;

/** IANA name, as this runtime's own tables know it. */
export const timeZoneSchema = z.string().min(1, 'required').max(60, 'invalid').refine(isTimeZone, 'invalid');
export const regionFormatSchema = z.enum(regionFormats, 'invalid');

export interface TenantSettings {
  timeZone: string;
  locale: string;
  dateFormat: DateFormat;
  /** ISO 4217. */
  currency: string;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  billingContactName: string | null;
  billingContactEmail: string | null;
}

export const defaultSettings: TenantSettings = {
  timeZone: 'UTC',
  locale: 'en',
  dateFormat: 'long',
  currency: 'USD',
  fiscalYearStartMonth: 1,
  billingContactName: null,
  billingContactEmail: null,
};

export function isTimeZone(name: string): boolean {
  // Offsets such as "+02:00" are understood by Intl but know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
