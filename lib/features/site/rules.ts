/** BCP 47 tags that a site can be written in, named in the reader's language by Intl.DisplayNames. */
export const siteLanguages = [
  ...([
    'en',
    'ar',
    'bg',
    'bn',
    'ca',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'et',
    'fa',
    'fi',
    'fr',
    'he',
    'hi',
    'hr',
    'hu',
  ] as const),
  ...([
    'id',
    'it',
    'ja',
    'ko',
    'lt',
    'lv',
    'ms',
    'nb',
    'nl',
    'pl',
    'pt',
    'pt-BR',
    'ro',
    'ru',
    'sk',
    'sl',
    'sr',
  ] as const),
  ...(['sv', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-Hans', 'zh-Hant'] as const),
] as const;
export type SiteLanguage = (typeof siteLanguages)[number];

/** More would push the page itself out of sight. */
export const maxAnnouncementsShown = 3;
export const maxAnnouncements = 50;

const rightToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Start counts, end does not. */
export function isShownAt(at: Date, startsAt: Date | null, endsAt: Date | null): boolean {
  return (startsAt === null || startsAt <= at) && (endsAt === null || at < endsAt);
}

export function announcementPhase(
  at: Date,
  startsAt: string | null,
  endsAt: string | null,
): 'waiting' | 'shown' | 'over' {
  if (endsAt !== null && new Date(endsAt) <= at) return 'over';
  return startsAt !== null && new Date(startsAt) > at ? 'waiting' : 'shown';
}
