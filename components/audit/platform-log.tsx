'use client';

import { useMemo, useState } from 'react';
import { ScrollText } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { DataColumn } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson, queryString, RouteProblem } from '@/components/ui/fetch-json';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import type {
  PlatformActor,
  PlatformAuditPage,
  PlatformAuditQuery,
  PlatformEvent,
} from '@/lib/features/platform-audit/schema';
import { AuditPanel } from './audit-panel';
import { useAuditWords } from './audit-words';
import { PlatformFilters } from './platform-filters';

interface PlatformLogProps {
  query: PlatformAuditQuery;
  initial: PlatformAuditPage;
  actors: readonly PlatformActor[];
  display: { locale: string; timeZone: string; now: string };
}

/** What super-admins did, to the platform and to its tenants. */
export function PlatformLog({ query, initial, actors, display }: PlatformLogProps) {
  const t = useTranslations('audit');
  const url = useTableUrlState();
  const events = useQuery({
    queryKey: ['audit', 'platform', query],
    queryFn: ({ signal }) => fetchJson<PlatformAuditPage>(`/api/console/audit${queryString(query)}`, signal),
    initialData: initial,
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const columns = usePlatformColumns(display);
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
        toolbar={<PlatformFilters url={url} query={query} actors={actors} />}
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
            text={`${t('shown', { count: page.data.length })} · ${t('zone', { zone: display.timeZone })}`}
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

function usePlatformColumns({ locale, timeZone, now }: PlatformLogProps['display']): DataColumn<PlatformEvent>[] {
  const t = useTranslations('audit');
  return useMemo<DataColumn<PlatformEvent>[]>(
    () => [
      {
        id: 'at',
        header: t('at'),
        fixed: true,
        cell: (event) => <RelativeTime at={event.at} locale={locale} timeZone={timeZone} now={now} />,
      },
      { id: 'action', header: t('action_'), fixed: true, cell: (event) => <Action event={event} /> },
      { id: 'actor', header: t('actor'), cell: (event) => <Actor event={event} /> },
      { id: 'target', header: t('target'), cell: (event) => event.targetLabel ?? '' },
      {
        id: 'tenant',
        header: t('tenant'),
        cell: (event) =>
          event.tenant && <TextLink href={`/tenants/${event.tenant.slug}`}>{event.tenant.name}</TextLink>,
      },
      { id: 'device', header: t('device'), hiddenAtFirst: true, cell: (event) => event.device ?? '' },
      { id: 'ip', header: t('ip'), cell: (event) => event.ip ?? '' },
    ],
    [t, locale, timeZone, now],
  );
}

function Action({ event }: { event: PlatformEvent }) {
  return <span className="font-medium">{useAuditWords().action(event.action)}</span>;
}

function Actor({ event }: { event: PlatformEvent }) {
  return <span title={event.actorLabel}>{useAuditWords().actor(event)}</span>;
}
