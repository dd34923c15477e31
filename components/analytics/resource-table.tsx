'use client';

import { Building2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RouteProblem } from '@/components/ui/fetch-json';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { formatRelative } from '@/components/ui/relative-time-format';
import { SearchInput } from '@/components/ui/search-input';
import { Section } from '@/components/ui/section';
import { useTableUrlState, type TableUrlState } from '@/components/ui/use-table-url-state';
import type { ResourcePage } from '@/lib/features/analytics/schema';
import { useResourceColumns } from './resource-columns';
import { useResources, type ResourceSearch } from './use-analytics';

interface ResourceTableProps {
  search: ResourceSearch;
  initial: ResourcePage;
  locale: string;
  now: string;
}

export function ResourceTable({ search, initial, locale, now }: ResourceTableProps) {
  const t = useTranslations('analytics');
  const url = useTableUrlState();
  const { data: page, isError, error, refetch } = useResources(search, initial);
  const columns = useResourceColumns(locale);
  const measured =
    page.measuredAt === null
      ? ''
      : t('resources.measured', { ago: formatRelative(new Date(page.measuredAt), new Date(now), locale) });
  return (
    <Section title={t('resources.title')} description={`${t('resources.text')} ${measured}`.trim()}>
      <DataTable
        label={t('resources.label')}
        columns={columns}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/tenants/${row.slug}`}
        status={
          isError
            ? {
                kind: 'error',
                onRetry: () => void refetch(),
                referenceId: error instanceof RouteProblem ? error.referenceId : undefined,
              }
            : { kind: 'ready' }
        }
        sort={url.sort ?? { id: 'requests', direction: 'desc' }}
        onSort={url.setSort}
        toolbar={
          <SearchInput
            className="w-full md:w-72"
            label={t('resources.search')}
            value={url.search}
            onSearch={url.setSearch}
          />
        }
        exportCsv={{ kind: 'rows' }}
        empty={<Nothing url={url} />}
        footer={
          <Pagination
            kind="links"
            text={t('resources.shown', { shown: page.data.length, total: page.total })}
            previousHref={page.previousCursor === null ? null : url.hrefWith({ cursor: page.previousCursor })}
            nextHref={page.nextCursor === null ? null : url.hrefWith({ cursor: page.nextCursor })}
          />
        }
      />
    </Section>
  );
}

function Nothing({ url }: { url: TableUrlState }) {
  const t = useTranslations('analytics');
  if (url.search !== '') {
    return (
      <EmptyState
        icon={<Building2 />}
        title={t('resources.nothingTitle')}
        text={t('resources.nothingText', { query: url.search })}
        action={<Button onClick={() => url.setSearch('')}>{t('resources.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Building2 />}
      title={t('resources.emptyTitle')}
      text={t('resources.emptyText')}
      action={<LinkButton href="/tenants/new">{t('resources.create')}</LinkButton>}
    />
  );
}
