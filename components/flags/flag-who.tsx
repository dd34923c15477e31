'use client';

import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorState } from '@/components/ui/error-state';
import { RouteProblem } from '@/components/ui/fetch-json';
import { SkeletonText } from '@/components/ui/skeleton';
import type { FlagSummary, TenantChoice } from '@/lib/core/flags/schema';
import type { FlagActions } from './flag-types';
import { HolderRow } from './holder-row';
import { OverrideForm } from './override-form';
import { useFlagHolders, type HolderFilter } from './use-flags';
import { ValueChoices } from './value-choices';

interface FlagWhoProps {
  flag: FlagSummary;
  canManage: boolean;
  actions: FlagActions;
}

/** Which tenant has which value and why, with the way to change it for one of them. */
export function FlagWho({ flag, canManage, actions }: FlagWhoProps) {
  const t = useTranslations('flags');
  const [filter, setFilter] = useState<HolderFilter>({ value: undefined, overridden: false });
  // Null: the list; else the form, for a tenant or for one still to be chosen.
  const [editing, setEditing] = useState<{ tenant: TenantChoice | null } | null>(null);
  const holders = useFlagHolders(flag.key, filter);
  if (editing)
    return (
      <OverrideForm flag={flag} tenant={editing.tenant} set={actions.setOverride} onClose={() => setEditing(null)} />
    );
  if (holders.error) {
    const referenceId = holders.error instanceof RouteProblem ? holders.error.referenceId : undefined;
    return <ErrorState referenceId={referenceId} onRetry={() => void holders.refetch()} />;
  }
  if (!holders.data) return <SkeletonText lines={6} />;
  const rows = holders.data.pages.flatMap((page) => page.data);
  return (
    <div className="grid gap-4">
      <ValueChoices
        flag={flag}
        values={holders.data.pages[0]?.values ?? []}
        chosen={filter.value}
        onChoose={(value) => setFilter({ ...filter, value })}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox
          label={t('who.onlyOverridden')}
          checked={filter.overridden}
          onChange={(event) => setFilter({ ...filter, overridden: event.target.checked })}
        />
        {canManage && (
          <Button onClick={() => setEditing({ tenant: null })}>
            <Plus aria-hidden="true" />
            {t('override.add')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="py-6 text-center text-muted">{t(filter.overridden ? 'who.noneOverridden' : 'who.none')}</p>
      ) : (
        <ul aria-busy={holders.isPlaceholderData} className="divide-y divide-border border-y border-border">
          {rows.map((row) => (
            <HolderRow
              key={row.id}
              flag={flag}
              holder={row}
              actions={canManage ? actions : null}
              onChange={() => setEditing({ tenant: row })}
            />
          ))}
        </ul>
      )}
      {holders.hasNextPage && (
        <Button
          pending={holders.isFetchingNextPage}
          onClick={() => void holders.fetchNextPage()}
          className="justify-self-center"
        >
          {t('who.more')}
        </Button>
      )}
    </div>
  );
}
