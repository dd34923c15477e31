import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface TenantAdminInvitationInput extends EmailAudience {
  url: string;
  expiresAt: Date;
}

/** The first mail a new tenant gets: from its own portal, in its own colours. */
export function tenantAdminInvitation(input: TenantAdminInvitationInput): Email {
  const { t, organisation, date, footer, fallback } = emailWords(input);
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('tenantAdminInvitation.subject', { organisation }),
    preheader: t('tenantAdminInvitation.preheader'),
    heading: t('tenantAdminInvitation.heading'),
    paragraphs: [t('tenantAdminInvitation.body', { organisation })],
    facts: [
      { label: t('tenantAdminInvitation.address'), value: new URL(input.brand.homeUrl).host },
      { label: t('tenantAdminInvitation.account'), value: input.email },
    ],
    action: { label: t('tenantAdminInvitation.action'), url: input.url, fallback },
    notes: [t('validUntil', { date: date(input.expiresAt) })],
    footer,
  });
}
