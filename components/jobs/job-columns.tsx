'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DataColumn } from '@/components/ui/data-table-types';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { JobRow } from '@/lib/features/jobs/schema';
import { stateTones, useTaskName } from './job-words';

export function useJobColumns({
  locale,
  timeZone,
  now,
}: {
  locale: string;
  timeZone: string;
  now: string;
}): DataColumn<JobRow>[] {
  const t = useTranslations('jobs');
  return useMemo<DataColumn<JobRow>[]>(
    () => [
      { id: 'task', header: t('column.task'), fixed: true, cell: (job) => <TaskName task={job.task} /> },
      {
        id: 'state',
        header: t('column.state'),
        cell: (job) => (
          <StatusBadge tone={stateTones[job.state]} label={t(`state.${job.state}`)} busy={job.state === 'running'} />
        ),
      },
      {
        id: 'tenant',
        header: t('column.tenant'),
        cell: (job) =>
          job.tenant ? (
            <TextLink href={`/tenants/${job.tenant.slug}`}>{job.tenant.name}</TextLink>
          ) : (
            <span className="text-muted">{t('platform')}</span>
          ),
      },
      {
        id: 'attempts',
        header: t('column.attempts'),
        align: 'end',
        cell: (job) => t('attemptsOf', { attempts: job.attempts, max: job.maxAttempts }),
      },
      {
        id: 'runAt',
        header: t('column.runAt'),
        cell: (job) =>
          job.state === 'failed' ? null : <RelativeTime at={job.runAt} locale={locale} timeZone={timeZone} now={now} />,
      },
      {
        id: 'error',
        header: t('column.error'),
        maxWidth: '22rem',
        cell: (job) => <span className="text-muted">{job.lastError?.split('\n')[0]}</span>,
      },
      {
        id: 'created',
        header: t('column.created'),
        hiddenAtFirst: true,
        cell: (job) => <RelativeTime at={job.createdAt} locale={locale} timeZone={timeZone} now={now} />,
      },
    ],
    [t, locale, timeZone, now],
  );
}

function TaskName({ task }: { task: string }) {
  return (
    <span className="font-medium" title={task}>
      {useTaskName()(task)}
    </span>
  );
}
