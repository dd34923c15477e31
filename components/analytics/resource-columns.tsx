'use client';

import { useMemo } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { formatValue } from '@/components/charts/chart-format';
import type { DataColumn } from '@/components/ui/data-table-types';
import type { ResourceRow } from '@/lib/features/analytics/schema';

type Measured = NonNullable<ResourceRow['measured']>;

export function useResourceColumns(locale: string): DataColumn<ResourceRow>[] {
  const t = useTranslations('analytics');
  return useMemo<DataColumn<ResourceRow>[]>(() => {
    const write = (kind: 'number' | 'bytes') => (value: number) =>
      formatValue(value, { locale, timeZone: 'UTC', at: 'day', value: { kind } });
    const figure = (
      id: 'requests' | 'database' | 'storage' | 'members' | 'hosts',
      key: keyof Measured,
      kind: 'number' | 'bytes',
    ): DataColumn<ResourceRow> => ({
      id,
      header: t(`resources.${id}`),
      align: 'end',
      sortable: true,
      csv: ({ measured }) => measured?.[key],
      cell: ({ measured }) =>
        measured ? (
          write(kind)(measured[key])
        ) : (
          <span className="text-muted" title={t('resources.notYet')}>
            –
          </span>
        ),
    });
    return [
      {
        id: 'name',
        header: t('resources.name'),
        fixed: true,
        sortable: true,
        maxWidth: '20rem',
        csv: ({ name }) => name,
        cell: ({ slug, name }) => (
          <Link href={`/tenants/${slug}`} className="block truncate font-medium hover:underline" title={name}>
            {name}
          </Link>
        ),
      },
      { id: 'plan', header: t('resources.plan'), csv: ({ planName }) => planName, cell: ({ planName }) => planName },
      figure('requests', 'requests30d', 'number'),
      figure('database', 'databaseBytes', 'bytes'),
      figure('storage', 'storageBytes', 'bytes'),
      figure('members', 'members', 'number'),
      figure('hosts', 'hosts', 'number'),
    ];
  }, [locale, t]);
}
