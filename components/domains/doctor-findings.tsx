'use client';

import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/section';
import type { DomainDetail } from '@/lib/features/domains/schema';

interface Words {
  (key: string, values: Record<string, string | number>): string;
}

/** What is wrong, each with its fix; what is right comes last. */
export function DoctorFindings({ domain }: { domain: DomainDetail }) {
  const t = useTranslations('domains');
  const say = useTranslations('domains.doctor') as unknown as Words;
  const findings = [...domain.findings].sort((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
  return (
    <Section title={t('doctor.title')}>
      <ul className="grid gap-2" aria-live="polite">
        {findings.length === 0 && <li className="text-muted">{t('doctor.none')}</li>}
        {findings.map(({ key, tone, values }) => (
          <li key={`${key} ${JSON.stringify(values)}`}>
            <Callout tone={tone}>{say(key, values)}</Callout>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const order = ['negative', 'warning', 'info', 'positive'];
