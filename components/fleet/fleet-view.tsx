'use client';

import { useState } from 'react';
import { Database } from 'lucide-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson, queryString, RouteProblem } from '@/components/ui/fetch-json';
import { Pagination } from '@/components/ui/pagination';
import { SearchInput } from '@/components/ui/search-input';
import { useTableUrlState, type TableUrlState } from '@/components/ui/use-table-url-state';
import type { FleetPage, FleetQuery } from '@/lib/features/fleet/schema';
import { FleetSummary } from './fleet-summary';
import type { Migrate } from './migrate-button';
import { usePlaceColumns } from './place-columns';
import { PlacePanel } from './place-panel';
import { PlaceStates } from './place-states';
import type { Display } from './place-words';

interface FleetViewProps {
  query: FleetQuery;
  initial: FleetPage;
  display: Display;
  migrate: Migrate | null;
}

/** Who is at which version; read again every second or two while a migration goes on. */
export function FleetView({ query, initial, display, migrate }: FleetViewProps) {
  const t = useTranslations('fleet');
  const url = useTableUrlState();
  const fleet = useQuery({
    queryKey: ['fleet', query],
    queryFn: ({ signal }) => fetchJson<FleetPage>(`/api/console/fleet${queryString(query)}`, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.running ? 2_000 : 15_000),
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = usePlaceColumns(display);
  const { data, counts, running, workerAlive } = fleet.data;
  if (counts.failed + counts.behind + counts.current === 0) return <Nobody fleet={fleet.data} display={display} />;
  return (
    <>
      {running && !workerAlive && (
        <Callout tone="warning" title={t('workerDown.title')}>
          {t('workerDown.text')}
        </Callout>
      )}
      <p role="status" className="sr-only">
        {running && t('running')}
      </p>
      <FleetSummary fleet={fleet.data} locale={display.locale} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={data}
        rowId={(place) => place.tenantId}
        rowLabel={(place) => place.name}
        onOpenRow={(place) => setOpenId(place.tenantId)}
        status={
          fleet.isError
            ? {
                kind: 'error',
                onRetry: () => void fleet.refetch(),
                referenceId: fleet.error instanceof RouteProblem ? fleet.error.referenceId : undefined,
              }
            : { kind: 'ready' }
        }
        toolbar={
          <>
            <SearchInput
              label={t('search')}
              value={url.search}
              onSearch={(q) => url.setFilters({ q, page: '' })}
              className="w-full md:w-72"
            />
            <PlaceStates current={query.state} hrefOf={(state) => url.hrefWith({ state, page: null })} />
          </>
        }
        exportCsv={{ kind: 'rows' }}
        empty={<NoMatch url={url} />}
        footer={<Pages page={fleet.data} url={url} />}
      />
      <PlacePanel
        place={data.find((place) => place.tenantId === openId) ?? null}
        display={display}
        migrate={migrate}
        running={running}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

function Nobody({ fleet, display }: { fleet: FleetPage; display: Display }) {
  const t = useTranslations('fleet');
  return (
    <>
      <FleetSummary fleet={fleet} locale={display.locale} />
      <EmptyState icon={<Database />} title={t('empty.title')} text={t('empty.text')} />
    </>
  );
}

function NoMatch({ url }: { url: TableUrlState }) {
  const t = useTranslations('fleet');
  return (
    <EmptyState
      icon={<Database />}
      title={t('empty.filteredTitle')}
      text={t('empty.filteredText')}
      action={<Button onClick={() => url.setFilters({ q: '', state: '', page: '' })}>{t('empty.clear')}</Button>}
    />
  );
}

function Pages({ page: { page, pages }, url }: { page: FleetPage; url: TableUrlState }) {
  const t = useTranslations('fleet');
  if (pages <= 1) return null;
  return (
    <Pagination
      kind="links"
      text={t('shown', { page, pages })}
      previousHref={page > 1 ? url.hrefWith({ page: String(page - 1) }) : null}
      nextHref={page < pages ? url.hrefWith({ page: String(page + 1) }) : null}
    />
  );
}
