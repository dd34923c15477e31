'use client';

import { useTranslations } from 'use-intl';
import { Card } from '@/components/ui/card';
import { StatusBadge } from '@/components/ui/status-badge';
import { placeStates, type FleetPage } from '@/lib/features/fleet/schema';
import { stateTones } from './place-words';

/** What the main database has, and how many places are where. */
export function FleetSummary({ fleet, locale }: { fleet: FleetPage; locale: string }) {
  const t = useTranslations('fleet');
  const number = new Intl.NumberFormat(locale);
  return (
    <Card padded={false}>
      <dl className="grid divide-y divide-border md:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))] md:divide-x md:divide-y-0">
        <div className="grid min-w-0 gap-1 px-4 py-3">
          <dt className="text-sm leading-6 text-muted">{t('main')}</dt>
          <dd className="min-w-0 font-mono text-sm leading-6 font-medium wrap-anywhere">
            {fleet.mainVersion ?? t('noVersion')}
          </dd>
        </div>
        {[...placeStates].reverse().map((state) => (
          <div key={state} className="flex items-center justify-between gap-4 px-4 py-3 md:grid md:gap-1">
            <dt className="text-sm leading-6 text-muted">
              <StatusBadge tone={fleet.counts[state] > 0 ? stateTones[state] : 'neutral'} label={t(`state.${state}`)} />
            </dt>
            <dd className="font-semibold tabular">{number.format(fleet.counts[state])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
