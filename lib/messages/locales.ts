/** The languages of the interface. Client-safe. */
export const locales = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** What Portico itself speaks where nobody has said anything else: to a super-admin without a choice, and to who asks for no language of ours. */
export const platformLanguage: Locale = 'en';

/** The language that goes with a way of writing dates and numbers: `de-AT` is German; what we don't speak is English. */
export function languageOf(format: string): Locale {
  const [language] = format.toLowerCase().split('-');
  return locales.find((locale) => locale === language) ?? platformLanguage;
}

/** What each language calls itself, for somebody who reads no other. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
};

/** How numbers and dates inside a sentence are written: as the format says, and never in another language than the sentence. */
export function sentenceFormat(format: string): string {
  return languageOf(format) === format.toLowerCase().split('-')[0] ? format : 'en';
}

/** The language that was picked on this device before anybody signed in, or on the console; a cookie of this host only. */
export const LANGUAGE_COOKIE = 'portico_language';
/** The zone of a super-admin's browser. */
export const TIME_ZONE_COOKIE = 'portico_time_zone';

/** What a cookie, an account or a queued job says, if it is one of our languages. */
export function pickedLanguage(said: string | null | undefined): Locale | null {
  return locales.find((locale) => locale === said) ?? null;
}

/** The format to read in: whoever picks the language that is spoken here anyway keeps the way of writing dates that goes with it. */
export function formatFor(picked: Locale | null, usual: string): string {
  return picked === null || picked === languageOf(usual) ? usual : picked;
}

/** The language of a page that takes the place of one that failed: that page's, else what the browser asks for. */
export function outageLanguage(failedPage: string, wanted: readonly string[]): Locale {
  return acceptedLanguage([failedPage, ...wanted].join(',')) ?? platformLanguage;
}

/** The first language we speak of those a browser asks for (RFC 9110 § 12.5.4), or null. */
export function acceptedLanguage(header: string): Locale | null {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((text) => /^\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$/.exec(text)?.[1])
        .find(Boolean);
      return { language: range.split('-')[0] ?? '', quality: Number(quality ?? 1), at };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  for (const { language } of wanted) {
    const found = locales.find((locale) => locale === language);
    if (found !== undefined) return found;
  }
  return null;
}
