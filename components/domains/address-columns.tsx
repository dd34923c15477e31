'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import type { DataColumn } from '@/components/ui/data-table-types';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import type { Address } from '@/lib/features/domains/schema';
import { statusTones, type Display } from './domain-types';

interface ColumnProps {
  display: Display;
  /** Null where the reader may only look. */
  onMakePrimary: ((address: Address) => void) | null;
}

export function useAddressColumns({ display, onMakePrimary }: ColumnProps): DataColumn<Address>[] {
  const t = useTranslations('domains');
  return useMemo(() => {
    const entriesOf = (address: Address): MenuEntry[] => [
      ...(address.domainId
        ? [{ kind: 'link', id: 'open', label: t('open'), href: `/domains/${address.domainId}` } as const]
        : []),
      ...(address.status === 'active' || address.status === 'trouble'
        ? [{ kind: 'link', id: 'visit', label: t('visit'), href: address.url, external: true } as const]
        : []),
      ...(onMakePrimary && address.hostId && address.status === 'active' && !address.isPrimary
        ? [{ kind: 'action', id: 'primary', label: t('makePrimary'), onSelect: () => onMakePrimary(address) } as const]
        : []),
    ];
    return [
      {
        id: 'address',
        header: t('column.address'),
        fixed: true,
        maxWidth: 'min(26rem, 60vw)',
        cell: (address) => (
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <code className="text-sm wrap-anywhere">{address.display}</code>
            {address.isPrimary && <Badge tone="accent">{t('primary')}</Badge>}
          </span>
        ),
      },
      { id: 'surface', header: t('column.surface'), cell: ({ surface }) => t(`surface.${surface}`) },
      {
        id: 'status',
        header: t('column.status'),
        cell: ({ status }) => (
          <StatusBadge
            tone={statusTones[status]}
            label={t(`status.${status}`)}
            busy={status === 'waiting' || status === 'verified'}
          />
        ),
      },
      {
        id: 'checked',
        header: t('column.checked'),
        cell: ({ checkedAt, domainId }) => (
          <span className="text-muted">
            {checkedAt ? <RelativeTime at={checkedAt} {...display} /> : domainId && t('never')}
          </span>
        ),
      },
      {
        id: 'actions',
        header: t('column.actions'),
        hideHeader: true,
        fixed: true,
        align: 'end',
        cell: (address) => {
          const entries = entriesOf(address);
          return (
            entries.length > 0 && (
              <Menu trigger="more" label={t('menu', { domain: address.display })} entries={entries} />
            )
          );
        },
      },
    ];
  }, [t, display, onMakePrimary]);
}
