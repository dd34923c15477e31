'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { MigrateFleet, PlaceRow } from '@/lib/features/fleet/schema';

export type Migrate = Act<MigrateFleet, void>;

export function MigrateAllButton({ migrate, running }: { migrate: Migrate; running: boolean }) {
  const t = useTranslations('fleet');
  const act = useMigrate(migrate);
  return (
    <Button variant="primary" pending={act.isPending || running} onClick={() => act.mutate({})}>
      <RefreshCw aria-hidden="true" />
      {t('migrateAll')}
    </Button>
  );
}

interface MigrateOneProps {
  place: PlaceRow;
  migrate: Migrate;
  running: boolean;
  onDone: () => void;
}

export function MigrateOneButton({ place, migrate, running, onDone }: MigrateOneProps) {
  const t = useTranslations('fleet');
  const act = useMigrate(migrate, onDone);
  return (
    <Button
      variant="primary"
      pending={act.isPending || running}
      onClick={() => act.mutate({ tenantId: place.tenantId })}
    >
      {t(place.state === 'failed' ? 'retry' : 'migrate')}
    </Button>
  );
}

function useMigrate(migrate: Migrate, onDone?: () => void) {
  const t = useTranslations('fleet');
  const toast = useToast();
  return useAct(migrate, {
    stale: 'fleet',
    onDone: () => {
      toast.done(t('asked'));
      onDone?.();
    },
  });
}
