'use client';

import { useState } from 'react';
import { useRouter, useSearchParams } from 'next/navigation';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { FlagList } from '@/lib/core/flags/schema';
import { CreateFlagPanel } from './create-flag-panel';
import { FlagPanel } from './flag-panel';
import type { FlagActions } from './flag-types';
import { FlagsTable } from './flags-table';
import { useFlagList } from './use-flags';

interface FlagsViewProps {
  initial: FlagList;
  canManage: boolean;
  actions: FlagActions;
}

/** The page of flags: the list, and beside it whichever flag the address names. */
export function FlagsView({ initial, canManage, actions }: FlagsViewProps) {
  const t = useTranslations('flags');
  const { data } = useFlagList(initial);
  const [creating, setCreating] = useState(false);
  const router = useRouter();
  const params = useSearchParams();
  const shown = data.flags.find((flag) => flag.key === params.get('flag')) ?? null;

  function show(key: string | null) {
    const next = new URLSearchParams(params);
    if (key === null) next.delete('flag');
    else next.set('flag', key);
    router.replace(`/flags${next.size === 0 ? '' : `?${next.toString()}`}`, { scroll: false });
  }

  return (
    <div className="grid gap-6">
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          canManage && (
            <Button variant="primary" onClick={() => setCreating(true)}>
              <Plus aria-hidden="true" />
              {t('add')}
            </Button>
          )
        }
      />
      <FlagsTable list={data} onOpen={(flag) => show(flag.key)} />
      <FlagPanel flag={shown} list={data} canManage={canManage} actions={actions} onClose={() => show(null)} />
      <CreateFlagPanel open={creating} onClose={() => setCreating(false)} create={actions.create} />
    </div>
  );
}
