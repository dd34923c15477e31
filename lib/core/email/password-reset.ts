import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface PasswordResetInput extends EmailAudience {
  url: string;
  expiresAt: Date;
}

export function passwordReset(input: PasswordResetInput): Email {
  const { t, organisation } = emailWords(input);
  return render(input, {
    title: t('passwordReset.subject', { organisation }),
    body: t('passwordReset.body', { email: input.email, organisation }),
    ignore: t('passwordReset.ignore'),
  });
}

/** For an account of the console, which is worth an attack: the unexpected mail is worth a word to the others. */
export function superAdminPasswordReset(input: PasswordResetInput): Email {
  const { t } = emailWords(input);
  return render(input, {
    title: t('superAdminPasswordReset.subject'),
    body: t('superAdminPasswordReset.body', { email: input.email }),
    ignore: t('superAdminPasswordReset.ignore'),
  });
}

function render(input: PasswordResetInput, words: { title: string; body: string; ignore: string }): Email {
  const { t, date, footer, fallback } = emailWords(input);
  return renderEmail(input.brand, {
    locale: input.locale,
    title: words.title,
    preheader: t('passwordReset.preheader'),
    heading: t('passwordReset.heading'),
    paragraphs: [words.body],
    facts: [],
    action: { label: t('passwordReset.action'), url: input.url, fallback },
    notes: [t('validUntil', { date: date(input.expiresAt) }), words.ignore],
    footer,
  });
}
