'use client';

import { useCallback, useState } from 'react';
import { Building2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { NO_SELECTION, type TableSelection } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { RouteProblem } from '@/components/ui/fetch-json';
import { LinkButton } from '@/components/ui/link-button';
import type { MenuEntry } from '@/components/ui/menu';
import { Pagination } from '@/components/ui/pagination';
import { useTableUrlState, type TableUrlState } from '@/components/ui/use-table-url-state';
import { mayResume, maySuspend } from '@/lib/features/tenants/rules';
import type { TenantPage, TenantRow } from '@/lib/features/tenants/schema';
import { StatusDialog, type StatusRequest } from './status-dialog';
import { useTenantColumns } from './tenant-columns';
import { TenantFilters, type PlanChoice } from './tenant-filters';
import type { Display, StatusActions } from './tenant-types';
import { useTenants, type TenantSearch } from './use-tenants';

interface TenantsTableProps {
  initial: TenantPage;
  search: TenantSearch;
  plans: readonly PlanChoice[];
  display: Display;
  mayCreate: boolean;
  mayManage: boolean;
  actions: StatusActions;
}

export function TenantsTable({ initial, search, plans, display, mayCreate, mayManage, actions }: TenantsTableProps) {
  const t = useTranslations('tenants');
  const url = useTableUrlState();
  const query = useTenants(search, initial);
  const page = query.data;
  const [picked, setPicked] = useState<ReadonlyMap<string, TenantRow>>(new Map());
  const [request, setRequest] = useState<StatusRequest | null>(null);
  const columns = useTenantColumns(display, useMenu(mayManage, setRequest));

  // Rows are kept beside their ids, because a selection goes across pages and its effect is said before it happens.
  function select({ ids }: TableSelection) {
    const known = new Map([...picked, ...page.data.map((row) => [row.id, row] as const)]);
    setPicked(new Map([...ids].flatMap((id) => (known.has(id) ? [[id, known.get(id)] as [string, TenantRow]] : []))));
  }

  const chosen = [...picked.values()];
  const bulk = (change: StatusRequest['change'], may: typeof maySuspend) => (
    <Button disabled={!chosen.some((row) => may(row.status))} onClick={() => setRequest({ change, tenants: chosen })}>
      {t(change)}
    </Button>
  );
  return (
    <>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/tenants/${row.slug}`}
        status={
          query.isError
            ? { kind: 'error', onRetry: () => void query.refetch(), referenceId: referenceOf(query.error) }
            : { kind: 'ready' }
        }
        sort={url.sort ?? { id: 'created', direction: 'desc' }}
        onSort={url.setSort}
        hiddenColumns={url.hiddenColumns}
        onHiddenColumns={url.setHiddenColumns}
        selection={mayManage ? { ...NO_SELECTION, ids: new Set(picked.keys()) } : undefined}
        onSelection={mayManage ? select : undefined}
        bulkActions={
          <>
            {bulk('suspend', maySuspend)}
            {bulk('resume', mayResume)}
          </>
        }
        toolbar={<TenantFilters url={url} plans={plans} />}
        exportCsv={{ kind: 'rows' }}
        empty={<Nothing url={url} mayCreate={mayCreate} />}
        footer={
          <Pagination
            kind="links"
            text={t('shown', { shown: page.data.length, total: page.total })}
            previousHref={page.previousCursor === null ? null : url.hrefWith({ cursor: page.previousCursor })}
            nextHref={page.nextCursor === null ? null : url.hrefWith({ cursor: page.nextCursor })}
          />
        }
      />
      <StatusDialog
        request={request}
        actions={actions}
        onClose={() => setRequest(null)}
        onDone={() => setPicked(new Map())}
      />
    </>
  );
}

function useMenu(mayManage: boolean, onRequest: (request: StatusRequest) => void): (tenant: TenantRow) => MenuEntry[] {
  const t = useTranslations('tenants');
  return useCallback(
    (tenant) => {
      const entries: MenuEntry[] = [{ kind: 'link', id: 'open', label: t('open'), href: `/tenants/${tenant.slug}` }];
      if (tenant.portalUrl !== null) {
        entries.push({ kind: 'link', id: 'portal', label: t('openPortal'), href: tenant.portalUrl, external: true });
      }
      const change = maySuspend(tenant.status) ? 'suspend' : mayResume(tenant.status) ? 'resume' : null;
      if (mayManage && change) {
        const onSelect = (): void => onRequest({ change, tenants: [tenant] });
        entries.push({ kind: 'separator', id: 'line' });
        entries.push({ kind: 'action', id: change, label: t(change), danger: change === 'suspend', onSelect });
      }
      return entries;
    },
    [t, mayManage, onRequest],
  );
}

function Nothing({ url, mayCreate }: { url: TableUrlState; mayCreate: boolean }) {
  const t = useTranslations('tenants');
  const narrowed = url.search !== '' || ['status', 'plan', 'placement'].some((name) => url.filter(name) !== '');
  if (narrowed) {
    const clear = (): void => url.setFilters({ q: '', status: '', plan: '', placement: '' });
    return (
      <EmptyState
        icon={<Building2 />}
        title={t('empty.filteredTitle')}
        text={t('empty.filteredText')}
        action={<Button onClick={clear}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Building2 />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        mayCreate && (
          <LinkButton href="/tenants/new" variant="primary">
            {t('create')}
          </LinkButton>
        )
      }
    />
  );
}

function referenceOf(error: Error): string | undefined {
  return error instanceof RouteProblem ? error.referenceId : undefined;
}
