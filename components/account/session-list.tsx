'use client';

import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { fetchJson } from '@/components/ui/fetch-json';
import { RelativeTime } from '@/components/ui/relative-time';
import { useToast } from '@/components/ui/toast';
import type { SessionRow } from '@/lib/features/account/schema';

interface SessionListProps {
  /** The route that lists them: the portal's, or the console's. */
  endpoint: string;
  initial: SessionRow[];
  display: { locale: string; timeZone: string; now: string };
  end: Act<{ id: string }, null>;
  endOthers: Act<null, { ended: number }>;
}

export function SessionList({ endpoint, initial, display, end, endOthers }: SessionListProps) {
  const t = useTranslations('account');
  const toast = useToast();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => fetchJson<{ data: SessionRow[] }>(endpoint, signal),
    initialData: { data: initial },
  });
  const [asking, setAsking] = useState(false);
  const ending = useAct(end, { stale: 'sessions', onDone: () => toast.done(t('sessions.ended')) });
  const endingOthers = useAct(endOthers, {
    stale: 'sessions',
    onDone: ({ ended }) => {
      setAsking(false);
      toast.done(t('sessions.endedOthers', { count: ended }));
    },
  });
  const rows = sessions.data.data;
  const others = rows.filter((session) => !session.current).length;
  if (sessions.error) return <ErrorState onRetry={() => void sessions.refetch()} />;
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-border rounded-lg border border-border bg-raised">
        {rows.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            display={display}
            ending={ending.isPending && ending.variables.id === session.id}
            onEnd={() => ending.mutate({ id: session.id })}
          />
        ))}
      </ul>
      {others > 0 ? (
        <div>
          <Button onClick={() => setAsking(true)}>{t('sessions.endOthers')}</Button>
        </div>
      ) : (
        <p className="text-sm text-muted">{t('sessions.none')}</p>
      )}
      <ConfirmDialog
        kind="danger"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.endOthersTitle')}
        consequence={t('sessions.endOthersText', { count: others })}
        confirmLabel={t('sessions.endOthers')}
        pending={endingOthers.isPending}
        onConfirm={() => endingOthers.mutate(null)}
      />
    </div>
  );
}

interface SessionItemProps {
  session: SessionRow;
  display: SessionListProps['display'];
  ending: boolean;
  onEnd: () => void;
}

function SessionItem({ session, display, ending, onEnd }: SessionItemProps) {
  const t = useTranslations('account');
  const device = session.device ?? t('sessions.unknown');
  const Icon = /iPhone|Android/.test(device) ? Smartphone : Laptop;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-subtle" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {device}
          {session.current && <Badge tone="positive">{t('sessions.this')}</Badge>}
        </p>
        <p className="text-sm text-pretty text-muted">
          {session.ip !== null && `${session.ip} · `}
          {session.current ? (
            t('sessions.now')
          ) : (
            <>
              {t('sessions.lastSeen')} <RelativeTime at={session.lastSeenAt} {...display} />
            </>
          )}
        </p>
      </div>
      {!session.current && (
        <Button pending={ending} onClick={onEnd} aria-label={`${t('sessions.end')}: ${device}`}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
