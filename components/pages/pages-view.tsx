'use client';

import { useMemo } from 'react';
import clsx from 'clsx';
import { ExternalLink, FileText, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useQuery } from '@tanstack/react-query';
import { buttonStyle } from '@/components/ui/button-style';
import { DataTable } from '@/components/ui/data-table';
import type { DataColumn } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson } from '@/components/ui/fetch-json';
import { LinkButton } from '@/components/ui/link-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { pagePath } from '@/lib/features/pages/rules';
import type { PageSummary } from '@/lib/features/pages/schema';
import type { Display, PageActions } from './page-types';
import { SiteTabs } from './site-tabs';
import { usePageActions } from './use-page-actions';

interface PagesViewProps {
  initial: readonly PageSummary[];
  canManage: boolean;
  /** Without a slash at the end; null while the tenant has no site. */
  siteOrigin: string | null;
  display: Display;
  actions: PageActions;
}

export function PagesView({ initial, canManage, siteOrigin, display, actions }: PagesViewProps) {
  const t = useTranslations('pages');
  const { data: pages } = useQuery({
    queryKey: ['pages'],
    queryFn: async ({ signal }) => (await fetchJson<{ data: PageSummary[] }>('/api/portal/pages', signal)).data,
    initialData: [...initial],
  });
  const changes = usePageActions(actions);
  const columns = usePageColumns({ canManage, siteOrigin, display, changes });
  const newPage = (label: string) => (
    <LinkButton href="/site/new" variant="primary">
      <Plus aria-hidden="true" />
      {label}
    </LinkButton>
  );
  return (
    <div className="grid gap-6">
      <SiteTabs
        description={t('description')}
        action={
          <>
            {siteOrigin !== null && (
              <a href={`${siteOrigin}/`} target="_blank" rel="noopener" className={buttonStyle('secondary')}>
                {t('viewSite')}
                <ExternalLink aria-hidden="true" />
              </a>
            )}
            {canManage && pages.length > 0 && newPage(t('new'))}
          </>
        }
      />
      <DataTable
        label={t('table')}
        columns={columns}
        rows={pages}
        rowId={(page) => page.id}
        rowLabel={(page) => page.title}
        rowHref={(page) => `/site/${page.id}`}
        empty={
          <EmptyState
            icon={<FileText aria-hidden="true" />}
            title={t('empty.title')}
            text={t(canManage ? 'empty.text' : 'empty.textReadOnly')}
            action={canManage && newPage(t('empty.action'))}
          />
        }
      />
      {changes.dialog}
    </div>
  );
}

const INDENTS = ['', 'ps-4', 'ps-8'];

type ColumnProps = Pick<PagesViewProps, 'canManage' | 'siteOrigin' | 'display'> & {
  changes: ReturnType<typeof usePageActions>;
};

function usePageColumns({ canManage, siteOrigin, display, changes }: ColumnProps): DataColumn<PageSummary>[] {
  const t = useTranslations('pages');
  return useMemo(() => {
    const entriesOf = (page: PageSummary): MenuEntry[] => [
      { kind: 'link', id: 'open', label: t('open'), href: `/site/${page.id}` },
      ...(page.status === 'published' && siteOrigin !== null
        ? [
            {
              kind: 'link',
              id: 'view',
              label: t('view'),
              href: siteOrigin + pagePath(page.path),
              external: true,
            } as const,
          ]
        : []),
      page.status === 'published'
        ? { kind: 'action', id: 'unpublish', label: t('unpublish'), onSelect: () => changes.unpublish(page) }
        : { kind: 'action', id: 'publish', label: t('publish'), onSelect: () => changes.publish(page) },
      { kind: 'separator', id: 'order' },
      { kind: 'action', id: 'up', label: t('moveUp'), onSelect: () => changes.move(page, 'up') },
      { kind: 'action', id: 'down', label: t('moveDown'), onSelect: () => changes.move(page, 'down') },
      { kind: 'link', id: 'below', label: t('addBelow'), href: `/site/new?below=${page.id}` },
      { kind: 'separator', id: 'line' },
      { kind: 'action', id: 'delete', label: t('delete'), danger: true, onSelect: () => changes.remove(page) },
    ];
    return [
      {
        id: 'title',
        header: t('columns.title'),
        fixed: true,
        cell: (page) => (
          <span className={clsx('font-medium', INDENTS[page.depth])}>
            {page.depth > 0 && (
              <span aria-hidden="true" className="me-1.5 text-subtle">
                └
              </span>
            )}
            {page.title}
          </span>
        ),
      },
      {
        id: 'address',
        header: t('columns.address'),
        cell: (page) => <span className="font-mono text-sm text-muted">{pagePath(page.path)}</span>,
      },
      {
        id: 'status',
        header: t('columns.status'),
        cell: ({ status, hasDraft }) => (
          <span className="flex flex-wrap gap-1.5">
            <StatusBadge tone={status === 'published' ? 'positive' : 'neutral'} label={t(`status.${status}`)} />
            {hasDraft && <StatusBadge tone="warning" label={t('state.changed')} />}
          </span>
        ),
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        cell: (page) => (
          <span className="text-muted">
            <RelativeTime at={page.updatedAt} {...display} /> {t('by', { name: page.updatedByName })}
          </span>
        ),
      },
      ...(canManage
        ? [
            {
              id: 'actions',
              header: t('columns.actions'),
              hideHeader: true,
              fixed: true,
              align: 'end',
              cell: (page: PageSummary) => (
                <Menu trigger="more" label={t('actions', { title: page.title })} entries={entriesOf(page)} />
              ),
            } as const,
          ]
        : []),
    ];
  }, [t, canManage, siteOrigin, display, changes]);
}
