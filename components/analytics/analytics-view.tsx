'use client';

import { useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { Segmented } from '@/components/ui/segmented';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import { analyticsPeriods, type Analytics, type AnalyticsPeriod } from '@/lib/features/analytics/schema';
import { AnalyticsCharts } from './analytics-charts';
import { AnalyticsFigures } from './analytics-figures';
import { ShareLists } from './share-lists';
import { useAnalytics } from './use-analytics';

interface AnalyticsViewProps {
  period: AnalyticsPeriod;
  initial: Analytics;
  locale: string;
}

export function AnalyticsView({ period, initial, locale }: AnalyticsViewProps) {
  const t = useTranslations('analytics');
  const router = useRouter();
  const { hrefWith } = useTableUrlState();
  const [pending, startTransition] = useTransition();
  const { data: analytics, isError } = useAnalytics(period, initial);
  const show = (next: AnalyticsPeriod) =>
    startTransition(() => router.replace(hrefWith({ period: next === '30d' ? null : next }), { scroll: false }));
  return (
    <div className="grid gap-6" aria-busy={pending}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          <Segmented
            label={t('period.label')}
            value={period}
            onChange={show}
            options={analyticsPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
          />
        }
      />
      {isError && <Callout tone="warning">{t('stale')}</Callout>}
      <AnalyticsFigures analytics={analytics} locale={locale} />
      <AnalyticsCharts analytics={analytics} locale={locale} />
      <ShareLists analytics={analytics} locale={locale} />
    </div>
  );
}
