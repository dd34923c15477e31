'use client';

import { useTranslations } from 'use-intl';
import { formatValue } from '@/components/charts/chart-format';
import { StatTile } from '@/components/ui/stat-tile';
import type { Tone } from '@/components/ui/tone';
import { compare } from '@/lib/core/usage/rules';
import type { Analytics } from '@/lib/features/analytics/schema';

export function AnalyticsFigures({
  analytics: { totals, growth, activity },
  locale,
}: {
  analytics: Analytics;
  locale: string;
}) {
  const t = useTranslations('analytics');
  const delta = useDelta(locale);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const rate = (side: 'current' | 'previous') =>
    totals.requests[side] === 0 ? null : totals.errors[side] / totals.requests[side];
  const errorRate = { current: rate('current'), previous: rate('previous') };
  const bytes = formatValue(totals.databaseBytes + totals.storageBytes, {
    locale,
    timeZone: 'UTC',
    at: 'day',
    value: { kind: 'bytes' },
  });
  return (
    <section
      aria-label={t('figures.label')}
      className="grid grid-cols-2 gap-x-8 gap-y-6 border-y border-border py-5 md:grid-cols-3 xl:grid-cols-6"
    >
      <StatTile
        label={t('figures.tenants')}
        value={number.format(totals.tenants.current)}
        delta={delta(totals.tenants, 'neutral')}
      />
      <StatTile
        label={t('figures.created')}
        value={number.format(totals.created.current)}
        points={growth.map(({ created }) => created)}
        delta={delta(totals.created, 'neutral')}
      />
      <StatTile
        label={t('figures.activeTenants')}
        value={number.format(totals.activeTenants.current)}
        delta={delta(totals.activeTenants, 'neutral')}
      />
      <StatTile
        label={t('figures.requests')}
        value={number.format(totals.requests.current)}
        points={activity.map(({ requests }) => requests)}
        delta={delta(totals.requests, 'neutral')}
      />
      <StatTile
        label={t('figures.errorRate')}
        value={errorRate.current === null ? t('figures.none') : percent.format(errorRate.current)}
        delta={delta(errorRate, 'worse')}
      />
      <StatTile label={t('figures.stored')} value={bytes} />
    </section>
  );
}

/** `worse`: more of it is worse, so the colour says so, beside the arrow and the words. */
function useDelta(locale: string) {
  const t = useTranslations('analytics');
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return ({ current, previous }: { current: number | null; previous: number | null }, kind: 'neutral' | 'worse') => {
    const comparison = compare(current, previous);
    if (!comparison) return undefined;
    const { direction, change } = comparison;
    if (change === null) return { direction, short: t('figures.newShort'), text: t('figures.new') };
    const short = percent.format(Math.abs(change));
    const tone: Tone =
      kind === 'neutral' || direction === 'flat' ? 'neutral' : direction === 'up' ? 'negative' : 'positive';
    return { direction, short, text: t(`figures.${direction}`, { percent: short }), tone };
  };
}
