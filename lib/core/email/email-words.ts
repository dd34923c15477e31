import { languageOf, sentenceFormat } from '@/lib/messages/locales';
import { translator } from '@/lib/messages/translator';
import type { EmailAudience } from './email';

/** Words and dates of a mail in its reader's language and zone. */
export function emailWords({ brand, email, locale, timeZone }: EmailAudience) {
  const t = translator('emails', languageOf(locale));
  const format = new Intl.DateTimeFormat(sentenceFormat(locale), { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    t,
    organisation: brand.tokens.displayName,
    date: (at: Date) => `${format.format(at)} (${timeZone})`,
    footer: t('footerSentTo', { email, sender: brand.tokens.displayName }),
    fallback: t('fallbackLink'),
  };
}
