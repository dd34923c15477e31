'use client';

import { useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useCurrentPath } from '@/components/ui/use-current-path';
import {
  periodKeys,
  writePeriodQuery,
  type PeriodKey,
  type PeriodQuery,
  type UsageOverview,
} from '@/lib/core/usage/schema';

interface PeriodPickerProps {
  query: PeriodQuery;
  period: UsageOverview['period'];
  historyDays: number;
}

/** The period stands in the address: a reload, Back and a colleague with the link see the same. */
export function PeriodPicker({ query, period, historyDays }: PeriodPickerProps) {
  const t = useTranslations('usage');
  const router = useRouter();
  const path = useCurrentPath();
  const [pending, startTransition] = useTransition();
  const [days, setDays] = useState({ from: period.fromDay, to: period.toDay });
  const show = (next: PeriodQuery) =>
    startTransition(() => router.replace(`${path}?${writePeriodQuery(next)}`, { scroll: false }));
  const choose = (key: PeriodKey) => {
    setDays({ from: period.fromDay, to: period.toDay });
    show(key === 'custom' ? { period: key, from: period.fromDay, to: period.toDay } : { period: key });
  };
  const setDay = (name: 'from' | 'to', value: string) => {
    const next = { ...days, [name]: value };
    setDays(next);
    // Half-typed years are left alone until they are whole.
    if (next.from > '2000' && next.to > '2000' && next.from <= next.to) show({ period: 'custom', ...next });
  };
  return (
    <div className="flex flex-wrap items-center gap-2" aria-busy={pending}>
      <Select
        aria-label={t('period.label')}
        className="w-40"
        value={query.period}
        onChange={(event) => choose(event.target.value as PeriodKey)}
        options={periodKeys
          .filter((key) => (longest[key] ?? 0) <= historyDays)
          .map((key) => ({ value: key, label: t(`period.${key}`) }))}
      />
      {query.period === 'custom' && (
        <>
          <Input
            type="date"
            aria-label={t('period.from')}
            className="w-36"
            value={days.from}
            max={days.to}
            onChange={(event) => setDay('from', event.target.value)}
          />
          <Input
            type="date"
            aria-label={t('period.to')}
            className="w-36"
            value={days.to}
            min={days.from}
            onChange={(event) => setDay('to', event.target.value)}
          />
        </>
      )}
      <p role="status" className="sr-only">
        {pending ? t('period.updating') : ''}
      </p>
    </div>
  );
}

const longest: Partial<Record<PeriodKey, number>> = { '7d': 7, '30d': 30, '90d': 90 };
