'use client';

import { useTranslations } from 'use-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { formatAt } from '@/components/charts/chart-format';
import { ChartFrame } from '@/components/charts/chart-frame';
import type { ChartData } from '@/components/charts/chart-types';
import { TimeSeriesChart } from '@/components/charts/time-series-chart';
import type { UsageOverview, UsagePoint } from '@/lib/core/usage/schema';
import type { UsageFormat } from './usage-format';

interface UsageChartsProps {
  overview: UsageOverview;
  format: UsageFormat;
  /** Null where the plan or the role has no export. */
  csvHref: string | null;
}

export function UsageCharts({ overview, format, csvHref }: UsageChartsProps) {
  const t = useTranslations('usage');
  const { totals, series, period } = overview;
  const pair = (current: keyof UsagePoint, previous: keyof UsagePoint): ChartData => ({
    format: format.chart({ kind: 'number' }),
    series: [
      { key: 'current', label: t('charts.current'), color: 1 },
      { key: 'previous', label: t('charts.previous'), color: 1, comparison: true },
    ],
    points: series.map((point) => ({
      at: point.at,
      values: { current: point[current] as number | null, previous: point[previous] as number | null },
    })),
  });
  const single = (key: keyof UsagePoint, label: string, color: 1 | 3 | 5): ChartData => ({
    format: format.chart({ kind: 'number' }),
    series: [{ key: 'value', label, color }],
    points: series.map((point) => ({ at: point.at, values: { value: point[key] as number | null } })),
  });
  const requests = pair('requests', 'previousRequests');
  const pageViews = pair('pageViews', 'previousPageViews');
  const errors = single('errors', t('charts.errors'), 5);
  const members = single('activeMembers', t('charts.members'), 3);
  const latency: ChartData = {
    format: format.chart({ kind: 'milliseconds' }),
    series: [
      { key: 'p50', label: t('charts.median'), color: 1 },
      { key: 'p95', label: t('charts.p95'), color: 2 },
    ],
    points:
      totals.p50Ms.current === null
        ? []
        : series.map(({ at, p50Ms, p95Ms }) => ({ at, values: { p50: rounded(p50Ms), p95: rounded(p95Ms) } })),
  };
  const busiest = busiestAt(series);
  const summary = {
    count: format.number(totals.requests.current),
    busiest: busiest === null ? 'none' : formatAt(busiest, requests.format, period.step === 'hour' ? 'short' : 'full'),
  };
  return (
    <section aria-label={t('charts.label')} className="grid min-w-0 gap-4 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <ChartFrame
          title={t('charts.requests')}
          summary={
            period.step === 'hour' ? t('charts.requestsSummaryHours', summary) : t('charts.requestsSummary', summary)
          }
          csvHref={csvHref}
          {...requests}
        >
          <TimeSeriesChart title={t('charts.requests')} look="area" {...requests} />
        </ChartFrame>
      </div>
      <ChartFrame
        title={t('charts.pageViews')}
        summary={t('charts.pageViewsSummary', { count: format.number(totals.pageViews.current) })}
        csvHref={csvHref}
        {...pageViews}
      >
        <TimeSeriesChart title={t('charts.pageViews')} look="area" {...pageViews} />
      </ChartFrame>
      <ChartFrame title={t('charts.latency')} summary={latencySummary()} csvHref={csvHref} {...latency}>
        <TimeSeriesChart title={t('charts.latency')} {...latency} />
      </ChartFrame>
      <ChartFrame
        title={t('charts.errors')}
        summary={t('charts.errorsSummary', { count: totals.errors.current })}
        csvHref={csvHref}
        {...errors}
      >
        <BarChart title={t('charts.errors')} {...errors} />
      </ChartFrame>
      {period.step === 'day' && (
        <ChartFrame
          title={t('charts.activeMembers')}
          summary={t('charts.activeMembersSummary', { count: totals.activeMembers.current })}
          csvHref={csvHref}
          {...members}
        >
          <BarChart title={t('charts.activeMembers')} {...members} />
        </ChartFrame>
      )}
    </section>
  );

  function latencySummary(): string {
    const { p50Ms, p95Ms } = totals;
    if (p50Ms.current === null || p95Ms.current === null) return t('charts.latencyNone');
    return t('charts.latencySummary', {
      p50: format.milliseconds(p50Ms.current),
      p95: format.milliseconds(p95Ms.current),
    });
  }
}

function busiestAt(series: readonly UsagePoint[]): string | null {
  let top: UsagePoint | undefined;
  for (const point of series) if ((point.requests ?? 0) > (top?.requests ?? 0)) top = point;
  return top?.at ?? null;
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}
