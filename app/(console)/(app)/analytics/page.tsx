import type { Metadata } from 'next';
import { AnalyticsView } from '@/components/analytics/analytics-view';
import { ResourceTable } from '@/components/analytics/resource-table';
import { PageMessages } from '@/components/i18n/messages';
import { listResources } from '@/lib/features/analytics/list-resources';
import { platformAnalytics } from '@/lib/features/analytics/platform-analytics';
import { analyticsQuery, resourceQuery } from '@/lib/features/analytics/schema';
import { openConsolePage, orFirstPage } from '@/lib/http/page';
import { searchValues, type SearchParams } from '@/lib/http/search-values';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('analytics')('title') };
}

export default async function AnalyticsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await openConsolePage('analytics.view');
  const [values, language] = await Promise.all([searchValues(searchParams), openLanguage()]);
  const { period } = analyticsQuery.parse(values);
  const search = { q: values.q, sort: values.sort, cursor: values.cursor };
  const [analytics, resources] = await Promise.all([
    platformAnalytics(ctx, period),
    orFirstPage(search, (wanted) => listResources(ctx, resourceQuery.parse(wanted))),
  ]);
  return (
    <PageMessages namespaces={['analytics']}>
      <div className="grid gap-8">
        <AnalyticsView period={period} initial={analytics} locale={language} />
        <ResourceTable search={search} initial={resources} locale={language} now={new Date().toISOString()} />
      </div>
    </PageMessages>
  );
}
