import type { SuperAdminRole } from '@/lib/core/access/roles';
import { languageOf } from '@/lib/messages/locales';
import { translator } from '@/lib/messages/translator';
import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface SuperAdminInvitationInput extends EmailAudience {
  inviter: string;
  role: SuperAdminRole;
  url: string;
  expiresAt: Date;
}

export function superAdminInvitation(input: SuperAdminInvitationInput): Email {
  const { t, date, footer, fallback } = emailWords(input);
  const { inviter, url, expiresAt } = input;
  const role = translator('roles', languageOf(input.locale))(input.role);
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('superAdminInvitation.subject', { inviter }),
    preheader: t('superAdminInvitation.preheader'),
    heading: t('superAdminInvitation.heading'),
    paragraphs: [t('superAdminInvitation.body', { inviter, role })],
    facts: [],
    action: { label: t('superAdminInvitation.action'), url, fallback },
    notes: [t('validUntil', { date: date(expiresAt) }), t('ignore')],
    footer,
  });
}
