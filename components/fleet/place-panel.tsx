'use client';

import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { KeyValueList, type KeyValueItem } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { PlaceRow } from '@/lib/features/fleet/schema';
import { MigrateOneButton, type Migrate } from './migrate-button';
import { stateTones, type Display } from './place-words';

interface PlacePanelProps {
  /** Null while closed. */
  place: PlaceRow | null;
  display: Display;
  /** Null where the reader may only look. */
  migrate: Migrate | null;
  running: boolean;
  onClose: () => void;
}

export function PlacePanel({ place, display, migrate, running, onClose }: PlacePanelProps) {
  return (
    <SidePanel
      open={place !== null}
      onClose={onClose}
      title={place?.name ?? ''}
      footer={
        place &&
        migrate &&
        place.state !== 'current' && (
          <MigrateOneButton place={place} migrate={migrate} running={running} onDone={onClose} />
        )
      }
    >
      {place && <PlaceDetails place={place} display={display} />}
    </SidePanel>
  );
}

function PlaceDetails({ place, display }: { place: PlaceRow; display: Display }) {
  const t = useTranslations('fleet');
  const items: KeyValueItem[] = [
    {
      label: t('column.state'),
      value: <StatusBadge tone={stateTones[place.state]} label={t(`state.${place.state}`)} />,
    },
    { label: t('column.tenant'), value: <TextLink href={`/tenants/${place.slug}`}>{place.slug}</TextLink> },
    { label: t('column.placement'), value: t(`placement.${place.placement}`) },
    {
      label: t('column.version'),
      value:
        place.version === null ? (
          t('asCreated')
        ) : (
          <code className="font-mono text-sm wrap-anywhere">{place.version}</code>
        ),
    },
    {
      label: t('column.attempted'),
      value: place.attemptedAt === null ? t('never') : <RelativeTime at={place.attemptedAt} {...display} />,
    },
  ];
  return (
    <div className="grid gap-6">
      <KeyValueList items={items} />
      {place.state !== 'current' && (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('column.failure')}</h3>
          <p className="wrap-anywhere">{place.failure ?? t('noFailure')}</p>
          <Callout tone="info">{t(place.state === 'failed' ? 'served' : 'behindText')}</Callout>
        </section>
      )}
    </div>
  );
}
