'use client';

import Link from 'next/link';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { jobStates, type JobList, type JobState } from '@/lib/features/jobs/schema';

interface JobStatesProps {
  counts: JobList['counts'];
  current: JobState | undefined;
  hrefOf: (state: JobState | null) => string;
}

/** How many jobs are in each state; each figure narrows the list to them. */
export function JobStates({ counts, current, hrefOf }: JobStatesProps) {
  const t = useTranslations('jobs');
  const total = jobStates.reduce((sum, state) => sum + counts[state], 0);
  const choices = [
    { state: null, label: t('all'), count: total },
    ...jobStates.map((state) => ({ state, label: t(`state.${state}`), count: counts[state] })),
  ];
  return (
    <nav aria-label={t('states')} className="flex flex-wrap gap-1">
      {choices.map(({ state, label, count }) => {
        const active = (current ?? null) === state;
        return (
          <Link
            key={label}
            href={hrefOf(state)}
            scroll={false}
            aria-current={active ? 'true' : undefined}
            className={clsx(
              'inline-flex h-control items-center gap-1.5 rounded-md px-2.5 font-medium',
              active ? 'bg-hover text-text' : 'text-muted hover:bg-hover hover:text-text',
            )}
          >
            {label}
            <span
              className={clsx(
                'text-sm tabular',
                state === 'failed' && count > 0 ? 'text-negative-text' : 'text-subtle',
              )}
            >
              {count}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
