import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface NewDeviceNoticeInput extends EmailAudience {
  at: Date;
  /** Browser and system by name, such as "Firefox, Windows". */
  device: string;
  ip: string;
  /** The page that lists the account's sessions. */
  sessionsUrl: string;
}

export function newDeviceNotice(input: NewDeviceNoticeInput): Email {
  const { t, organisation, date, footer, fallback } = emailWords(input);
  const when = date(input.at);
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('newDevice.subject', { organisation }),
    preheader: t('newDevice.preheader', { device: input.device, date: when }),
    heading: t('newDevice.heading'),
    paragraphs: [t('newDevice.body', { organisation })],
    facts: [
      { label: t('newDevice.when'), value: when },
      { label: t('newDevice.device'), value: input.device },
      { label: t('newDevice.network'), value: input.ip },
    ],
    action: { label: t('newDevice.action'), url: input.sessionsUrl, fallback },
    notes: [t('newDevice.known'), t('newDevice.unknown')],
    footer,
  });
}
