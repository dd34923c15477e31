'use client';

import { useMemo, useState } from 'react';
import { ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { DataColumn } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { RouteProblem } from '@/components/ui/fetch-json';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import type { AuditActor, AuditEventRow, AuditPage, AuditQuery } from '@/lib/core/audit/schema';
import { AuditFilters } from './audit-filters';
import { AuditPanel } from './audit-panel';
import { useAuditWords } from './audit-words';
import { useAuditEvents } from './use-audit-events';

interface AuditLogProps {
  /** The route that reads further: `/api/portal/audit`, or the console's for one tenant. */
  endpoint: string;
  query: AuditQuery;
  initial: AuditPage;
  actors: readonly AuditActor[];
  display: { locale: string; timeZone: string; now: string };
  /** Whose days the filter means. */
  zone: string;
}

export function AuditLog({ endpoint, query, initial, actors, display, zone }: AuditLogProps) {
  const t = useTranslations('audit');
  const url = useTableUrlState();
  const events = useAuditEvents(endpoint, query, initial);
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = useAuditColumns(display);
  const page = events.data;
  const filtered = Boolean(query.q || query.actor || query.action || query.from || query.to);
  return (
    <>
      <DataTable
        label={t('table')}
        columns={columns}
        rows={page.data}
        rowId={(event) => event.id}
        rowLabel={(event) => event.action}
        status={
          events.error
            ? {
                kind: 'error',
                referenceId: events.error instanceof RouteProblem ? events.error.referenceId : undefined,
                onRetry: () => void events.refetch(),
              }
            : { kind: 'ready' }
        }
        onOpenRow={(event) => setOpenId(event.id)}
        hiddenColumns={url.hiddenColumns}
        onHiddenColumns={url.setHiddenColumns}
        toolbar={<AuditFilters url={url} query={query} actors={actors} />}
        empty={
          <EmptyState
            icon={<ScrollText />}
            title={t(filtered ? 'empty.filteredTitle' : 'empty.title')}
            text={t(filtered ? 'empty.filteredText' : 'empty.text')}
            action={
              filtered && (
                <Button onClick={() => url.setFilters({ q: '', actor: '', action: '', from: '', to: '' })}>
                  {t('empty.clear')}
                </Button>
              )
            }
          />
        }
        footer={
          <Pagination
            kind="links"
            text={`${t('shown', { count: page.data.length })} · ${t('zone', { zone })}`}
            previousHref={page.previousCursor && url.hrefWith({ cursor: page.previousCursor })}
            nextHref={page.nextCursor && url.hrefWith({ cursor: page.nextCursor })}
          />
        }
      />
      <AuditPanel
        event={page.data.find((event) => event.id === openId) ?? null}
        display={display}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

function useAuditColumns({ locale, timeZone, now }: AuditLogProps['display']): DataColumn<AuditEventRow>[] {
  const t = useTranslations('audit');
  return useMemo<DataColumn<AuditEventRow>[]>(
    () => [
      {
        id: 'at',
        header: t('at'),
        fixed: true,
        cell: (event) => <RelativeTime at={event.at} locale={locale} timeZone={timeZone} now={now} />,
      },
      { id: 'action', header: t('action_'), fixed: true, cell: (event) => <ActionName action={event.action} /> },
      { id: 'actor', header: t('actor'), cell: (event) => <ActorName event={event} /> },
      { id: 'target', header: t('target'), cell: (event) => event.targetLabel ?? '' },
      { id: 'device', header: t('device'), cell: (event) => event.device ?? '' },
      { id: 'ip', header: t('ip'), cell: (event) => event.ip ?? '' },
    ],
    [t, locale, timeZone, now],
  );
}

function ActionName({ action }: { action: string }) {
  return <span className="font-medium">{useAuditWords().action(action)}</span>;
}

function ActorName({ event }: { event: AuditEventRow }) {
  return <span title={event.actorLabel}>{useAuditWords().actor(event)}</span>;
}
