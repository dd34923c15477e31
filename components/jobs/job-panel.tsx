'use client';

import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { Button } from '@/components/ui/button';
import { KeyValueList, type KeyValueItem } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { StatusBadge } from '@/components/ui/status-badge';
import { useToast } from '@/components/ui/toast';
import type { JobRow } from '@/lib/features/jobs/schema';
import { stateTones, useTaskName } from './job-words';

interface JobPanelProps {
  /** Null while closed. */
  job: JobRow | null;
  display: { locale: string; timeZone: string; now: string };
  retry: Act<{ id: string }, void> | null;
  onClose: () => void;
}

export function JobPanel({ job, display, retry, onClose }: JobPanelProps) {
  const name = useTaskName();
  return (
    <SidePanel
      open={job !== null}
      onClose={onClose}
      title={job ? name(job.task) : ''}
      footer={job && retry && job.state !== 'running' && <Retry job={job} retry={retry} onDone={onClose} />}
    >
      {job && <JobDetails job={job} display={display} />}
    </SidePanel>
  );
}

function JobDetails({ job, display }: { job: JobRow; display: JobPanelProps['display'] }) {
  const t = useTranslations('jobs');
  const items: KeyValueItem[] = [
    { label: t('column.state'), value: <StatusBadge tone={stateTones[job.state]} label={t(`state.${job.state}`)} /> },
    { label: t('column.tenant'), value: job.tenant?.name ?? t('platform') },
    { label: t('column.attempts'), value: t('attemptsOf', { attempts: job.attempts, max: job.maxAttempts }) },
    { label: t('column.created'), value: <RelativeTime at={job.createdAt} {...display} /> },
  ];
  if (job.startedAt !== null) {
    items.push({ label: t('startedAt'), value: <RelativeTime at={job.startedAt} {...display} /> });
  } else if (job.state !== 'failed') {
    items.push({ label: t('column.runAt'), value: <RelativeTime at={job.runAt} {...display} /> });
  }
  items.push({ label: t('id'), value: <code className="text-sm">{job.id}</code> });
  return (
    <div className="grid gap-6">
      <KeyValueList items={items} />
      <section className="grid gap-2">
        <h3 className="font-medium">{t('column.error')}</h3>
        {job.lastError === null ? (
          <p className="text-muted">{t('noError')}</p>
        ) : (
          <pre className="max-h-96 overflow-auto rounded-md border border-border bg-sunken p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
            {job.lastError}
          </pre>
        )}
      </section>
    </div>
  );
}

function Retry({ job, retry, onDone }: { job: JobRow; retry: Act<{ id: string }, void>; onDone: () => void }) {
  const t = useTranslations('jobs');
  const toast = useToast();
  const name = useTaskName();
  const act = useAct(retry, {
    stale: 'jobs',
    onDone: () => {
      toast.done(t('retried', { task: name(job.task) }));
      onDone();
    },
  });
  return (
    <Button variant="primary" pending={act.isPending} onClick={() => act.mutate({ id: job.id })}>
      {t('retry')}
    </Button>
  );
}
