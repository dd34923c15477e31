'use client';

import { useState } from 'react';
import { Globe, Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { fetchJson, RouteProblem } from '@/components/ui/fetch-json';
import { Meter } from '@/components/ui/meter';
import { PageHeader } from '@/components/ui/page-header';
import { isUnsettled } from '@/lib/features/domains/rules';
import type { AddressList } from '@/lib/features/domains/schema';
import { AddDomainDialog } from './add-domain-dialog';
import { useAddressColumns } from './address-columns';
import type { Display, ListActions } from './domain-types';
import { useMakePrimary } from './use-make-primary';

interface DomainsViewProps {
  initial: AddressList;
  mayManage: boolean;
  display: Display;
  actions: ListActions;
}

/** Every address of the tenant; read again every few seconds while one is on its way. */
export function DomainsView({ initial, mayManage, display, actions }: DomainsViewProps) {
  const t = useTranslations('domains');
  const list = useQuery({
    queryKey: ['domains'],
    queryFn: ({ signal }) => fetchJson<AddressList>('/api/portal/domains', signal),
    initialData: initial,
    refetchInterval: ({ state }) =>
      state.data?.addresses.some((address) => address.domainId && isUnsettled(address)) ? 3_000 : 30_000,
  });
  const [adding, setAdding] = useState(false);
  const primary = useMakePrimary(actions.makePrimary);
  const columns = useAddressColumns({ display, onMakePrimary: mayManage ? primary.ask : null });
  const { addresses, limit } = list.data;
  const full = limit !== null && addresses.length >= limit;
  const addButton = mayManage && (
    <Button variant="primary" disabled={full} onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <div className="grid gap-6">
      <PageHeader title={t('title')} description={t('description')} action={addButton} />
      <div className="max-w-sm">
        <Meter
          label={t('quota')}
          used={addresses.length}
          limit={limit}
          text={
            limit === null ? t('unlimited', { used: addresses.length }) : t('of', { used: addresses.length, limit })
          }
        />
      </div>
      {full && mayManage && <Callout tone="info">{t('full')}</Callout>}
      <DataTable
        label={t('list')}
        columns={columns}
        rows={addresses}
        rowId={(address) => address.domainId ?? address.host}
        rowLabel={(address) => address.display}
        rowHref={(address) => (address.domainId ? `/domains/${address.domainId}` : '/domains')}
        status={
          list.isError
            ? {
                kind: 'error',
                onRetry: () => void list.refetch(),
                referenceId: list.error instanceof RouteProblem ? list.error.referenceId : undefined,
              }
            : { kind: 'ready' }
        }
        empty={<EmptyState icon={<Globe aria-hidden="true" />} title={t('empty.title')} text={t('empty.text')} />}
      />
      {addresses.length > 0 && !addresses.some(({ domainId }) => domainId !== null) && (
        <p className="max-w-prose text-muted">{t('empty.text')}</p>
      )}
      <AddDomainDialog open={adding} add={actions.add} onClose={() => setAdding(false)} />
      {primary.dialog}
    </div>
  );
}
