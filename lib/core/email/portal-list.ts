import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface PortalListInput extends EmailAudience {
  /** At least one, in the order they are shown. */
  portals: readonly { name: string; url: string }[];
}

/** The portals that an address belongs to, for somebody who forgot where they are. */
export function portalList(input: PortalListInput): Email {
  const { t, footer, fallback } = emailWords(input);
  const [first] = input.portals;
  const count = input.portals.length;
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('portalList.subject', { count }),
    preheader: t('portalList.preheader'),
    heading: t('portalList.heading', { count }),
    paragraphs: [t('portalList.body', { email: input.email, count })],
    facts: input.portals.map(({ name, url }) => ({ label: name, value: new URL(url).host, url })),
    action: {
      label: t('portalList.action', { name: first?.name ?? '' }),
      url: first?.url ?? input.brand.homeUrl,
      fallback,
    },
    notes: [t('portalList.ignore')],
    footer,
  });
}
