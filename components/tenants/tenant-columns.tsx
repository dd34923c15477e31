'use client';

import { useMemo } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import type { DataColumn } from '@/components/ui/data-table-types';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TenantRow } from '@/lib/features/tenants/schema';
import { TenantStatus } from './tenant-status';
import type { Display } from './tenant-types';

export function useTenantColumns(
  { locale, timeZone, now }: Display,
  menuOf: (tenant: TenantRow) => MenuEntry[],
): DataColumn<TenantRow>[] {
  const t = useTranslations('tenants');
  return useMemo<DataColumn<TenantRow>[]>(() => {
    const count = new Intl.NumberFormat(locale);
    return [
      {
        id: 'name',
        header: t('column.name'),
        fixed: true,
        sortable: true,
        maxWidth: 'min(22rem, 46vw)',
        csv: (tenant) => tenant.name,
        cell: (tenant) => <TenantName tenant={tenant} />,
      },
      {
        id: 'status',
        header: t('column.status'),
        sortable: true,
        csv: (tenant) => tenant.status,
        cell: (tenant) => <TenantStatus status={tenant.status} />,
      },
      {
        id: 'plan',
        header: t('column.plan'),
        sortable: true,
        csv: (tenant) => tenant.planKey,
        cell: (tenant) => tenant.planName,
      },
      {
        id: 'members',
        header: t('column.members'),
        align: 'end',
        csv: (tenant) => tenant.members,
        cell: (tenant) => count.format(tenant.members),
      },
      {
        id: 'address',
        header: t('column.address'),
        maxWidth: '16rem',
        csv: (tenant) => tenant.portalUrl,
        cell: (tenant) =>
          tenant.portalHost === null ? (
            <span className="text-muted">{t('noAddress')}</span>
          ) : (
            <code className="text-sm text-muted">{tenant.portalHost}</code>
          ),
      },
      {
        id: 'slug',
        header: t('column.slug'),
        hiddenAtFirst: true,
        csv: (tenant) => tenant.slug,
        cell: (tenant) => <code className="text-sm text-muted">{tenant.slug}</code>,
      },
      {
        id: 'placement',
        header: t('column.placement'),
        hiddenAtFirst: true,
        csv: (tenant) => tenant.placement,
        cell: (tenant) => t(`placement.${tenant.placement}`),
      },
      {
        id: 'created',
        header: t('column.created'),
        sortable: true,
        csv: (tenant) => tenant.createdAt,
        cell: (tenant) => <RelativeTime at={tenant.createdAt} locale={locale} timeZone={timeZone} now={now} />,
      },
      {
        id: 'actions',
        header: t('column.actions'),
        hideHeader: true,
        fixed: true,
        align: 'end',
        cell: (tenant) => <Menu trigger="more" label={t('menu', { name: tenant.name })} entries={menuOf(tenant)} />,
      },
    ];
  }, [t, locale, timeZone, now, menuOf]);
}

function TenantName({ tenant }: { tenant: TenantRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={tenant.name} shape="organisation" />
      <Link
        href={`/tenants/${tenant.slug}`}
        tabIndex={-1}
        title={tenant.name}
        className="truncate font-medium hover:underline"
      >
        {tenant.name}
      </Link>
    </span>
  );
}
