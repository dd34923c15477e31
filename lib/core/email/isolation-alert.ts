import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface IsolationAlertInput extends EmailAudience {
  at: Date;
  attempts: number;
  /** One sentence each. */
  leaks: readonly string[];
  drift: readonly string[];
  /** The page that shows the run. */
  url: string;
}

export function isolationAlert(input: IsolationAlertInput): Email {
  const { t, date, footer, fallback } = emailWords(input);
  const { leaks, drift } = input;
  const counts = { leaks: leaks.length, drift: drift.length };
  const facts = [
    ...leaks.map((value) => ({ label: t('isolationAlert.leak'), value })),
    ...drift.map((value) => ({ label: t('isolationAlert.drift'), value })),
  ];
  const hidden = facts.length - factsMax;
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('isolationAlert.subject', counts),
    preheader: t('isolationAlert.preheader'),
    heading: t('isolationAlert.heading'),
    paragraphs: [t('isolationAlert.body', { ...counts, date: date(input.at), attempts: input.attempts })],
    facts: facts.slice(0, factsMax),
    action: { label: t('isolationAlert.action'), url: input.url, fallback },
    notes: [...(hidden > 0 ? [t('isolationAlert.more', { count: hidden })] : []), t('isolationAlert.next')],
    footer,
  });
}

/** A wall that is down altogether has hundreds of sentences; a mail has room for a few. */
const factsMax = 12;
