'use client';

import { useState } from 'react';
import { Globe } from 'lucide-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson, queryString, RouteProblem } from '@/components/ui/fetch-json';
import { Pagination } from '@/components/ui/pagination';
import { SearchInput } from '@/components/ui/search-input';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import type { ConsoleDomains, ConsoleDomainsQuery } from '@/lib/features/domains/schema';
import { useConsoleColumns } from './console-columns';
import { ConsolePanel } from './console-panel';
import type { ConsoleDomainActions, Display } from './domain-types';
import { StatusFilter } from './status-filter';

interface ConsoleDomainsProps {
  query: ConsoleDomainsQuery;
  initial: ConsoleDomains;
  display: Display;
  /** Null where the reader may only look. */
  actions: ConsoleDomainActions | null;
}

/** All tenants' domains. */
export function ConsoleDomainsView({ query, initial, display, actions }: ConsoleDomainsProps) {
  const t = useTranslations('domains');
  const url = useTableUrlState();
  const list = useQuery({
    queryKey: ['domains', query],
    queryFn: ({ signal }) => fetchJson<ConsoleDomains>(`/api/console/domains${queryString(query)}`, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useConsoleColumns(display);
  const { data, page, pages } = list.data;
  const narrowed = query.q !== '' || query.status !== undefined;
  return (
    <>
      <DataTable
        label={t('console.list')}
        columns={columns}
        rows={data}
        rowId={(domain) => domain.id}
        rowLabel={(domain) => domain.display}
        onOpenRow={(domain) => setOpenId(domain.id)}
        status={
          list.isError
            ? {
                kind: 'error',
                onRetry: () => void list.refetch(),
                referenceId: list.error instanceof RouteProblem ? list.error.referenceId : undefined,
              }
            : { kind: 'ready' }
        }
        toolbar={
          <>
            <SearchInput
              label={t('console.search')}
              value={url.search}
              onSearch={(q) => url.setFilters({ q, page: '' })}
              className="w-full md:w-72"
            />
            <StatusFilter current={query.status} hrefOf={(status) => url.hrefWith({ status, page: null })} />
          </>
        }
        exportCsv={{ kind: 'rows' }}
        empty={
          <EmptyState
            icon={<Globe />}
            title={t(narrowed ? 'console.noMatch.title' : 'console.empty.title')}
            text={t(narrowed ? 'console.noMatch.text' : 'console.empty.text')}
            action={
              narrowed && (
                <Button onClick={() => url.setFilters({ q: '', status: '', page: '' })}>
                  {t('console.noMatch.clear')}
                </Button>
              )
            }
          />
        }
        footer={
          pages > 1 && (
            <Pagination
              kind="links"
              text={t('console.shown', { page, pages })}
              previousHref={page > 1 ? url.hrefWith({ page: String(page - 1) }) : null}
              nextHref={page < pages ? url.hrefWith({ page: String(page + 1) }) : null}
            />
          )
        }
      />
      <ConsolePanel
        domain={data.find((domain) => domain.id === openId) ?? null}
        display={display}
        actions={actions}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}
