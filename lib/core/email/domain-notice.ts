import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface DomainNoticeInput extends EmailAudience {
  kind: 'activated' | 'warning' | 'off';
  domain: string;
  daysLeft: number;
  offAt: Date | null;
  /** The page of the domain, on an address that does not depend on it. */
  url: string;
}

/** A domain came into service, is in trouble, or was switched off. */
export function domainNotice(input: DomainNoticeInput): Email {
  const { t, organisation, date, footer, fallback } = emailWords(input);
  const { kind, domain, daysLeft, offAt } = input;
  const values = { domain, organisation, days: daysLeft, date: offAt ? date(offAt) : '' };
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t(`domainNotice.${kind}.subject`, values),
    preheader: t(`domainNotice.${kind}.preheader`, values),
    heading: t(`domainNotice.${kind}.heading`, values),
    paragraphs: [t(`domainNotice.${kind}.body`, values)],
    facts: [],
    action: { label: t('domainNotice.action'), url: input.url, fallback },
    notes: [t(`domainNotice.${kind}.next`, values)],
    footer,
  });
}
