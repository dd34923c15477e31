import type { Email, EmailAudience } from './email';
import { emailWords } from './email-words';
import { renderEmail } from './render-email';

export interface DnsRecordsInput extends EmailAudience {
  domain: string;
  records: readonly { type: string; name: string; value: string }[];
  /** Until when the proof has to be there; null once it is. */
  until: Date | null;
}

/** To whoever runs the DNS of a domain: exactly what to make. The reader need not have an account. */
export function dnsRecords(input: DnsRecordsInput): Email {
  const { t, organisation, date, footer, fallback } = emailWords(input);
  const { domain, records, until } = input;
  return renderEmail(input.brand, {
    locale: input.locale,
    title: t('dnsRecords.subject', { domain }),
    preheader: t('dnsRecords.preheader', { count: records.length }),
    heading: t('dnsRecords.heading', { domain }),
    paragraphs: [t('dnsRecords.body', { organisation, domain })],
    facts: records.flatMap(({ type, name, value }) => [
      { label: t('dnsRecords.record', { type }), value: name },
      { label: t('dnsRecords.value'), value },
    ]),
    action: { label: t('dnsRecords.action', { organisation }), url: input.brand.homeUrl, fallback },
    notes: [
      ...(until ? [t('dnsRecords.until', { date: date(until) })] : []),
      t('dnsRecords.stay'),
      t('dnsRecords.ignore'),
    ],
    footer,
  });
}
