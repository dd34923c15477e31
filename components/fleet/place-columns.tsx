'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DataColumn } from '@/components/ui/data-table-types';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { PlaceRow } from '@/lib/features/fleet/schema';
import { stateTones, type Display } from './place-words';

export function usePlaceColumns({ locale, timeZone, now }: Display): DataColumn<PlaceRow>[] {
  const t = useTranslations('fleet');
  return useMemo<DataColumn<PlaceRow>[]>(
    () => [
      {
        id: 'tenant',
        header: t('column.tenant'),
        fixed: true,
        maxWidth: 'min(16rem, 46vw)',
        csv: (place) => place.slug,
        cell: (place) => <TextLink href={`/tenants/${place.slug}`}>{place.name}</TextLink>,
      },
      {
        id: 'state',
        header: t('column.state'),
        csv: (place) => place.state,
        cell: (place) => <StatusBadge tone={stateTones[place.state]} label={t(`state.${place.state}`)} />,
      },
      {
        id: 'placement',
        header: t('column.placement'),
        csv: (place) => place.placement,
        cell: (place) => t(`placement.${place.placement}`),
      },
      {
        id: 'version',
        header: t('column.version'),
        maxWidth: '12rem',
        csv: (place) => place.version,
        cell: (place) =>
          place.version === null ? (
            <span className="text-muted">{t('asCreated')}</span>
          ) : (
            <code className="text-sm text-muted">{place.version}</code>
          ),
      },
      {
        id: 'attempted',
        header: t('column.attempted'),
        csv: (place) => place.attemptedAt,
        cell: (place) =>
          place.attemptedAt === null ? (
            <span className="text-muted">{t('never')}</span>
          ) : (
            <RelativeTime at={place.attemptedAt} locale={locale} timeZone={timeZone} now={now} />
          ),
      },
      {
        id: 'failure',
        header: t('column.failure'),
        maxWidth: '21rem',
        csv: (place) => place.failure,
        cell: (place) => <span className="text-muted">{place.failure?.split('\n')[0]}</span>,
      },
    ],
    [t, locale, timeZone, now],
  );
}
