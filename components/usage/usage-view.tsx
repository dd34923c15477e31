'use client';

import { ChartLine, Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { writePeriodQuery, type PeriodQuery, type UsageOverview, type UsageReport } from '@/lib/core/usage/schema';
import { BusiestLists } from './busiest-lists';
import { FigureTiles } from './figure-tiles';
import { PeriodPicker } from './period-picker';
import { QuotaList } from './quota-list';
import { UsageCharts } from './usage-charts';
import { usageFormat } from './usage-format';
import { useUsage } from './use-usage';

interface UsageViewProps {
  query: PeriodQuery;
  initial: UsageOverview;
  locale: string;
  exportable: boolean;
  mayInvite: boolean;
}

export function UsageView({ query, initial, locale, exportable, mayInvite }: UsageViewProps) {
  const t = useTranslations('usage');
  const { data: overview, isError } = useUsage(query, initial);
  const format = usageFormat(overview, locale);
  const { period } = overview;
  const csvHref = (report: UsageReport) => `/api/portal/usage/export?${writePeriodQuery(query)}&report=${report}`;
  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('title')}
        description={t('description', { timeZone: period.timeZone.replaceAll('_', ' ') })}
        action={
          <>
            {!overview.untouched && <PeriodPicker query={query} period={period} historyDays={overview.historyDays} />}
            {exportable && (
              <a href={csvHref('detail')} download className={buttonStyle('secondary')}>
                <Download aria-hidden="true" />
                {t('export')}
              </a>
            )}
          </>
        }
      />
      {isError && <Callout tone="warning">{t('stale')}</Callout>}
      {overview.untouched ? (
        <EmptyState
          icon={<ChartLine />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={mayInvite && <LinkButton href="/members">{t('empty.action')}</LinkButton>}
        />
      ) : (
        <>
          <p className="text-sm tabular text-muted">
            {t(overview.running ? 'period.shownSoFar' : 'period.shown', {
              range: format.range(period.fromDay, period.toDay),
              previous: format.range(period.previous.fromDay, period.previous.toDay),
            })}
          </p>
          <FigureTiles overview={overview} format={format} />
          <UsageCharts overview={overview} format={format} csvHref={exportable ? csvHref('traffic') : null} />
          <BusiestLists overview={overview} format={format} csvHref={exportable ? csvHref : null} />
        </>
      )}
      <QuotaList quotas={overview.quotas} format={format} />
    </div>
  );
}
