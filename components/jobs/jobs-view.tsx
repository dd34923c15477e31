'use client';

import { useState } from 'react';
import { ListChecks } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Act } from '@/components/i18n/use-act';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson, queryString, RouteProblem } from '@/components/ui/fetch-json';
import { Pagination } from '@/components/ui/pagination';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import type { JobList, JobListQuery } from '@/lib/features/jobs/schema';
import { useJobColumns } from './job-columns';
import { JobPanel } from './job-panel';
import { JobStates } from './job-states';

interface JobsViewProps {
  query: JobListQuery;
  initial: JobList;
  display: { locale: string; timeZone: string; now: string };
  /** Null where the reader may only look. */
  retry: Act<{ id: string }, void> | null;
}

/** The queue, live: it changes by itself, so it is read again every few seconds. */
export function JobsView({ query, initial, display, retry }: JobsViewProps) {
  const t = useTranslations('jobs');
  const url = useTableUrlState();
  const jobs = useQuery({
    queryKey: ['jobs', query],
    queryFn: ({ signal }) => fetchJson<JobList>(`/api/console/jobs${queryString(query)}`, signal),
    initialData: initial,
    refetchInterval: 5_000,
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useJobColumns(display);
  const { data, counts, page, pages, workerAlive } = jobs.data;
  return (
    <>
      {!workerAlive && (
        <Callout tone="warning" title={t('workerDown.title')}>
          {t('workerDown.text')}
        </Callout>
      )}
      <DataTable
        label={t('list')}
        columns={columns}
        rows={data}
        rowId={(job) => job.id}
        rowLabel={(job) => job.task}
        onOpenRow={(job) => setOpenId(job.id)}
        status={
          jobs.isError
            ? {
                kind: 'error',
                onRetry: () => void jobs.refetch(),
                referenceId: jobs.error instanceof RouteProblem ? jobs.error.referenceId : undefined,
              }
            : { kind: 'ready' }
        }
        toolbar={
          <JobStates counts={counts} current={query.state} hrefOf={(state) => url.hrefWith({ state, page: null })} />
        }
        empty={
          <EmptyState
            icon={<ListChecks />}
            title={t(query.state ? 'empty.filteredTitle' : 'empty.title')}
            text={t(query.state ? 'empty.filteredText' : 'empty.text')}
          />
        }
        footer={
          pages > 1 && (
            <Pagination
              kind="links"
              text={t('shown', { page, pages })}
              previousHref={page > 1 ? url.hrefWith({ page: String(page - 1) }) : null}
              nextHref={page < pages ? url.hrefWith({ page: String(page + 1) }) : null}
            />
          )
        }
      />
      <JobPanel
        job={data.find((job) => job.id === openId) ?? null}
        display={display}
        retry={retry}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}
