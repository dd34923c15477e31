'use client';

import { useTranslations } from 'use-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { ChartFrame } from '@/components/charts/chart-frame';
import type { ChartColor, ChartData, ChartFormat } from '@/components/charts/chart-types';
import { TimeSeriesChart } from '@/components/charts/time-series-chart';
import type { Analytics } from '@/lib/features/analytics/schema';

export function AnalyticsCharts({ analytics, locale }: { analytics: Analytics; locale: string }) {
  const t = useTranslations('analytics');
  const { step, totals, growth, activity, plans } = analytics;
  const format: ChartFormat = { locale, timeZone: 'UTC', at: step, value: { kind: 'number' } };
  const number = new Intl.NumberFormat(locale);
  const tenants: ChartData = {
    format,
    series: plans
      .filter(({ tenants: count }) => count > 0)
      .map(({ key, name }, index) => ({ key, label: name, color: ((index % 8) + 1) as ChartColor })),
    points: growth.map(({ at, byPlan }) => ({ at, values: byPlan })),
  };
  const line = (key: 'activeTenants' | 'activeMembers' | 'requests', label: string, color: ChartColor): ChartData => ({
    format,
    series: [{ key, label, color }],
    points: activity.map((point) => ({ at: point.at, values: { [key]: point[key] } })),
  });
  const activeTenants = line('activeTenants', t('charts.tenantsSeries'), 1);
  const activeMembers = line('activeMembers', t('charts.membersSeries'), 3);
  const requests = line('requests', t('charts.requestsSeries'), 1);
  const aDay = (text: 'charts.activeTenantsText' | 'charts.activeMembersText') =>
    step === 'month' ? t('charts.averageText') : t(text);
  return (
    <div className="grid min-w-0 gap-4 lg:grid-cols-2">
      <ChartFrame
        title={t('charts.growth')}
        summary={t('charts.growthText', { count: totals.created.current })}
        {...tenants}
      >
        <BarChart title={t('charts.growth')} look="stacked" {...tenants} />
      </ChartFrame>
      <ChartFrame
        title={t('charts.requests')}
        summary={t('charts.requestsText', {
          count: number.format(totals.requests.current),
          failed: number.format(totals.errors.current),
        })}
        {...requests}
      >
        <TimeSeriesChart title={t('charts.requests')} look="area" {...requests} />
      </ChartFrame>
      <ChartFrame title={t('charts.activeTenants')} summary={aDay('charts.activeTenantsText')} {...activeTenants}>
        <TimeSeriesChart title={t('charts.activeTenants')} {...activeTenants} />
      </ChartFrame>
      <ChartFrame title={t('charts.activeMembers')} summary={aDay('charts.activeMembersText')} {...activeMembers}>
        <TimeSeriesChart title={t('charts.activeMembers')} {...activeMembers} />
      </ChartFrame>
    </div>
  );
}
