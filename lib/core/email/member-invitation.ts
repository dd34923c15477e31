import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface MemberInvitationInput extends EmailAudience {
  inviterName: string;
  /** As the reader's language names it. */
  roleName: string;
  url: string;
  expiresAt: Date;
}

export function memberInvitation(input: MemberInvitationInput): Email {
  const { t, organisation, date, footer, fallback } = emailWords(input);
  const names = { inviter: input.inviterName, organisation, role: input.roleName };
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('memberInvitation.subject', names),
    preheader: t('memberInvitation.preheader', names),
    heading: t('memberInvitation.heading', names),
    paragraphs: [t('memberInvitation.body', names)],
    facts: [],
    action: { label: t('memberInvitation.action'), url: input.url, fallback },
    notes: [t('validUntil', { date: date(input.expiresAt) }), t('ignore')],
    footer,
  });
}
