'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DataColumn } from '@/components/ui/data-table-types';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleDomain } from '@/lib/features/domains/schema';
import { statusTones, type Display } from './domain-types';

export function useConsoleColumns({ locale, timeZone, now }: Display): DataColumn<ConsoleDomain>[] {
  const t = useTranslations('domains');
  return useMemo<DataColumn<ConsoleDomain>[]>(
    () => [
      {
        id: 'domain',
        header: t('console.domain'),
        fixed: true,
        maxWidth: 'min(24rem, 60vw)',
        csv: (domain) => domain.host,
        cell: (domain) => <code className="text-sm">{domain.display}</code>,
      },
      {
        id: 'tenant',
        header: t('console.tenant'),
        maxWidth: '14rem',
        csv: (domain) => domain.tenantSlug,
        cell: (domain) => <TextLink href={`/tenants/${domain.tenantSlug}`}>{domain.tenantName}</TextLink>,
      },
      {
        id: 'surface',
        header: t('column.surface'),
        csv: (domain) => domain.surface,
        cell: (domain) => t(`surface.${domain.surface}`),
      },
      {
        id: 'status',
        header: t('column.status'),
        csv: (domain) => domain.status,
        cell: ({ status }) => <StatusBadge tone={statusTones[status]} label={t(`status.${status}`)} />,
      },
      {
        id: 'checked',
        header: t('column.checked'),
        csv: (domain) => domain.checkedAt,
        cell: ({ checkedAt }) => (
          <span className="text-muted">
            {checkedAt ? <RelativeTime at={checkedAt} {...{ locale, timeZone, now }} /> : t('never')}
          </span>
        ),
      },
    ],
    [t, locale, timeZone, now],
  );
}
