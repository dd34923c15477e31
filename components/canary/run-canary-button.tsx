'use client';

import { useEffect, useState } from 'react';
import { useRouter } from 'next/navigation';
import { Play } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { Button } from '@/components/ui/button';
import { fetchJson } from '@/components/ui/fetch-json';
import { useToast } from '@/components/ui/toast';
import type { LatestRun } from '@/lib/features/canary/schema';

interface RunCanaryButtonProps {
  latestId: string | null;
  run: Act<Record<string, never>, void>;
}

/** After this the worker is not slow but away. */
const patienceMs = 60_000;

/** Asks for a run and waits until there is a newer one than the page shows. */
export function RunCanaryButton({ latestId, run }: RunCanaryButtonProps) {
  const t = useTranslations('health');
  const toast = useToast();
  const router = useRouter();
  const [askedFrom, setAskedFrom] = useState<{ id: string | null; at: number } | null>(null);
  const act = useAct(run, { onDone: () => setAskedFrom({ id: latestId, at: Date.now() }) });
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['canary', askedFrom?.at],
    queryFn: ({ signal }) => fetchJson<LatestRun>('/api/console/canary', signal),
    enabled: askedFrom !== null,
    refetchInterval: 1_000,
  });
  useEffect(() => {
    if (!askedFrom || !data) return;
    if (data.latest !== null && data.latest.id !== askedFrom.id) {
      setAskedFrom(null);
      toast.done(t('done'));
      router.replace('/health');
      router.refresh();
    } else if (dataUpdatedAt - askedFrom.at > patienceMs) {
      setAskedFrom(null);
      toast.problem(t('late'), { detail: t('lateText') });
    }
  }, [askedFrom, data, dataUpdatedAt, router, t, toast]);
  const waiting = act.isPending || askedFrom !== null;
  return (
    <>
      <span role="status" className="sr-only">
        {waiting && t('running')}
      </span>
      <Button variant="primary" pending={waiting} onClick={() => act.mutate({})}>
        <Play aria-hidden="true" />
        {t('run')}
      </Button>
    </>
  );
}
