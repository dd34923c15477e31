/** The languages of the interface. Client-safe. */
export const locales = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The language that goes with a way of writing dates and numbers: `de-AT` is German; what we don't speak is English. */
export function languageOf(format: string): Locale {
  const [language] = format.toLowerCase().split('-');
  return locales.find((locale) => locale === language) ?? 'en';
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
