'use client';

import { useTranslations } from 'use-intl';
import { numberFormat } from '@/components/ui/cached-format';
import { StatTile } from '@/components/ui/stat-tile';
import type { Tone } from '@/components/ui/tone';
import { compare } from '@/lib/core/usage/rules';
import type { Dashboard } from '@/lib/workflows/dashboard/schema';

interface FigureRowProps {
  people: Dashboard['people'];
  usage: Dashboard['usage'];
  locale: string;
}

export function FigureRow({ people, usage, locale }: FigureRowProps) {
  const t = useTranslations('dashboard');
  const delta = useDelta(locale);
  const number = numberFormat(locale);
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-6 border-y border-border py-5 sm:grid-cols-2 lg:grid-cols-4">
      <div className="grid content-start gap-1">
        <StatTile label={t('members')} value={number.format(people.active)} />
        {people.invited !== null && <p className="text-sm text-muted">{t('membersOpen', { count: people.invited })}</p>}
      </div>
      {usage && (
        <>
          <StatTile
            label={t('requests')}
            value={number.format(usage.requests.current)}
            points={usage.requests.points}
            delta={delta(usage.requests, 'neutral')}
          />
          <StatTile
            label={t('active')}
            value={number.format(usage.activeMembers.current)}
            points={usage.activeMembers.points}
            delta={delta(usage.activeMembers, 'neutral')}
          />
          <StatTile
            label={t('errors')}
            value={usage.errorRate.current === null ? '–' : percent.format(usage.errorRate.current)}
            delta={delta(usage.errorRate, 'bad')}
          />
        </>
      )}
    </div>
  );
}

/** `bad`: more of it is worse, so the colour says so, beside the arrow and the words. */
function useDelta(locale: string) {
  const t = useTranslations('dashboard');
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return ({ current, previous }: { current: number | null; previous: number | null }, kind: 'neutral' | 'bad') => {
    const comparison = compare(current, previous);
    if (!comparison || comparison.change === null) return undefined;
    const { direction, change } = comparison;
    const short = percent.format(Math.abs(change));
    const tone: Tone =
      kind === 'neutral' || direction === 'flat' ? 'neutral' : direction === 'up' ? 'negative' : 'positive';
    return { direction, short, text: t(`comparison.${direction}`, { percent: short }), tone };
  };
}
