'use client';

import { useTranslations } from 'use-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { DomainDetail } from '@/lib/features/domains/schema';
import type { Display } from './domain-types';
import { useStateWords } from './use-state-words';

export function DomainHistory({ domain, display }: { domain: DomainDetail; display: Display }) {
  const t = useTranslations('domains');
  const word = useStateWords();
  return (
    <Section title={t('history.title')} description={t('history.text')}>
      {domain.history.length === 0 && <p className="text-muted">{t('history.empty')}</p>}
      <ol className="grid divide-y divide-border">
        {domain.history.map(({ id, subject, before, after, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <span className="font-medium">{t(`states.${subject}`)}</span>{' '}
              <span className="text-muted">
                {t('history.became', { before: word(subject, before), after: word(subject, after) })}
              </span>
            </span>
            <span className="text-sm text-muted">
              <RelativeTime at={at} {...display} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
