'use client';

import { useTranslations } from 'use-intl';
import { Meter } from '@/components/ui/meter';
import { Section } from '@/components/ui/section';
import type { QuotaGauge } from '@/lib/core/usage/schema';
import type { UsageFormat } from './usage-format';

export function QuotaList({ quotas, format }: { quotas: readonly QuotaGauge[]; format: UsageFormat }) {
  const t = useTranslations('usage');
  return (
    <Section title={t('quotas.title')} description={t('quotas.text')}>
      <div className="grid items-start gap-x-10 gap-y-6 rounded-lg border border-border bg-raised p-4 md:grid-cols-2">
        {quotas.map((gauge) => (
          <Meter
            key={gauge.key}
            label={t(`quotas.${gauge.key}`)}
            used={gauge.used}
            limit={gauge.limit}
            text={amount(gauge)}
            note={note(gauge)}
          />
        ))}
      </div>
    </Section>
  );

  function amount({ key, used, limit }: QuotaGauge): string {
    const write = key === 'storage' ? format.bytes : format.number;
    return limit === null
      ? t('quotas.unlimited', { used: write(used) })
      : t('quotas.used', { used: write(used), limit: write(limit) });
  }

  function note({ key, used, limit }: QuotaGauge): string | undefined {
    if (limit !== null && used >= limit) return t('quotas.reached');
    if (limit !== null && used >= 0.8 * limit)
      return t('quotas.near', { percent: format.percent(Math.floor((used / limit) * 100) / 100) });
    return key === 'members' ? t('quotas.membersNote') : undefined;
  }
}
