'use client';

import { useTranslations } from 'use-intl';
import { StatTile } from '@/components/ui/stat-tile';
import type { Tone } from '@/components/ui/tone';
import { compare } from '@/lib/core/usage/rules';
import type { UsageOverview } from '@/lib/core/usage/schema';
import type { UsageFormat } from './usage-format';

export function FigureTiles({
  overview: { totals, series },
  format,
}: {
  overview: UsageOverview;
  format: UsageFormat;
}) {
  const t = useTranslations('usage');
  const delta = useDelta(format);
  const known = (value: number | null, write: (amount: number | null) => string) =>
    value === null ? t('figures.none') : write(value);
  return (
    <section
      aria-label={t('figures.label')}
      className="grid grid-cols-2 gap-x-8 gap-y-6 border-y border-border py-5 lg:grid-cols-5"
    >
      <StatTile
        label={t('figures.requests')}
        value={format.number(totals.requests.current)}
        points={series.map(({ requests }) => requests)}
        delta={delta(totals.requests, 'neutral')}
      />
      <StatTile
        label={t('figures.pageViews')}
        value={format.number(totals.pageViews.current)}
        points={series.map(({ pageViews }) => pageViews)}
        delta={delta(totals.pageViews, 'neutral')}
      />
      <StatTile
        label={t('figures.activeMembers')}
        value={format.number(totals.activeMembers.current)}
        delta={delta(totals.activeMembers, 'neutral')}
      />
      <StatTile
        label={t('figures.errorRate')}
        value={known(totals.errorRate.current, format.percent)}
        delta={delta(totals.errorRate, 'worse')}
      />
      <StatTile
        label={t('figures.p95')}
        value={known(totals.p95Ms.current, format.milliseconds)}
        delta={delta(totals.p95Ms, 'worse')}
      />
    </section>
  );
}

/** `worse`: more of it is worse, so the colour says so, beside the arrow and the words. */
function useDelta(format: UsageFormat) {
  const t = useTranslations('usage');
  return ({ current, previous }: { current: number | null; previous: number | null }, kind: 'neutral' | 'worse') => {
    const comparison = compare(current, previous);
    if (!comparison) return undefined;
    const { direction, change } = comparison;
    if (change === null)
      return { direction, short: t('figures.newShort'), text: t('figures.new'), tone: 'neutral' as Tone };
    const short = format.percent(Math.round(Math.abs(change) * 100) / 100);
    const tone: Tone =
      kind === 'neutral' || direction === 'flat' ? 'neutral' : direction === 'up' ? 'negative' : 'positive';
    return { direction, short, text: t(`figures.${direction}`, { percent: short }), tone };
  };
}
