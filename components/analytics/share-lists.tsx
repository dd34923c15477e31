'use client';

import { useTranslations } from 'use-intl';
import { Section } from '@/components/ui/section';
import type { Analytics } from '@/lib/features/analytics/schema';

interface Share {
  key: string;
  name: string;
  tenants: number;
}

/** How the tenants of today are spread. */
export function ShareLists({ analytics: { plans, statuses }, locale }: { analytics: Analytics; locale: string }) {
  const t = useTranslations('analytics');
  const named = statuses.map(({ key, tenants }) => ({ key, tenants, name: isKnown(key) ? t(`status.${key}`) : key }));
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <Section title={t('shares.plans')}>
        <Shares shares={plans} locale={locale} />
      </Section>
      <Section title={t('shares.statuses')}>
        <Shares shares={named} locale={locale} />
      </Section>
    </div>
  );
}

function Shares({ shares, locale }: { shares: readonly Share[]; locale: string }) {
  const t = useTranslations('analytics');
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const all = shares.reduce((sum, { tenants }) => sum + tenants, 0);
  return (
    <ul className="grid gap-3">
      {shares.map(({ key, name, tenants }) => {
        const part = all === 0 ? 0 : tenants / all;
        return (
          <li key={key} className="grid gap-1.5">
            <div className="flex justify-between gap-4">
              <span className="truncate">{name}</span>
              <span className="tabular text-muted">
                {t('shares.count', { count: tenants, percent: percent.format(part) })}
              </span>
            </div>
            <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-hover">
              <div className="h-full rounded-full bg-chart-1" style={{ width: `${part * 100}%` }} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const knownStatuses = ['provisioning', 'active', 'suspended', 'archived'] as const;

function isKnown(status: string): status is (typeof knownStatuses)[number] {
  return knownStatuses.some((known) => known === status);
}
