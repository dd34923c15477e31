'use client';

import { useMemo, useState } from 'react';
import { Flag } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { DataColumn } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import type { FlagList, FlagSummary } from '@/lib/core/flags/schema';
import { ValueCell } from './value-cell';
import { useValueText } from './use-value-text';

type Kind = 'all' | 'feature' | 'quota';

/** A few dozen flags at most, so searching and choosing happen here. */
export function FlagsTable({ list, onOpen }: { list: FlagList; onOpen: (flag: FlagSummary) => void }) {
  const t = useTranslations('flags');
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const columns = useFlagColumns(list.plans);
  const rows = list.flags.filter((flag) => (kind === 'all' || flag.kind === kind) && matches(flag, search));
  return (
    <DataTable
      label={t('table')}
      columns={columns}
      rows={rows}
      rowId={(flag) => flag.id}
      rowLabel={(flag) => flag.name}
      onOpenRow={onOpen}
      exportCsv={{ kind: 'rows' }}
      toolbar={
        <>
          <SearchInput label={t('search')} value={search} onSearch={setSearch} className="w-full sm:w-64" />
          <Segmented
            label={t('kind.label')}
            value={kind}
            onChange={setKind}
            options={(['all', 'feature', 'quota'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </>
      }
      empty={
        <EmptyState
          icon={<Flag aria-hidden="true" />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button
              onClick={() => {
                setSearch('');
                setKind('all');
              }}
            >
              {t('empty.clear')}
            </Button>
          }
        />
      }
    />
  );
}

function useFlagColumns(plans: FlagList['plans']): DataColumn<FlagSummary>[] {
  const t = useTranslations('flags');
  const text = useValueText();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        fixed: true,
        maxWidth: '22rem',
        cell: (flag) => <FlagName flag={flag} />,
        csv: (flag) => flag.key,
      },
      {
        id: 'type',
        header: t('columns.type'),
        cell: (flag) => <Badge>{t(`type.${typeOf(flag)}`)}</Badge>,
        csv: typeOf,
      },
      {
        id: 'default',
        header: t('columns.default'),
        align: 'end',
        cell: (flag) => <ValueCell flag={flag} value={flag.defaultValue} faint />,
        csv: (flag) => text(flag, flag.defaultValue),
      },
      ...plans.map((plan): DataColumn<FlagSummary> => {
        const valueIn = (flag: FlagSummary) => flag.planValues[plan.id] ?? flag.defaultValue;
        return {
          id: plan.key,
          header: plan.name,
          align: 'end',
          maxWidth: '11rem',
          cell: (flag) => (
            <ValueCell flag={flag} value={valueIn(flag)} faint={flag.planValues[plan.id] === undefined} />
          ),
          csv: (flag) => text(flag, valueIn(flag)),
        };
      }),
      {
        id: 'overrides',
        header: t('columns.overrides'),
        align: 'end',
        cell: ({ overrides }) => (overrides === 0 ? <span className="text-subtle">0</span> : overrides),
        csv: (flag) => flag.overrides,
      },
    ],
    [plans, t, text],
  );
}

function FlagName({ flag }: { flag: FlagSummary }) {
  return (
    <span className="grid min-w-44 py-0.5">
      <span className="truncate font-medium">{flag.name}</span>
      <span className="truncate font-mono text-xs text-muted">{flag.key}</span>
    </span>
  );
}

function typeOf(flag: FlagSummary): 'boolean' | 'number' | 'string' | 'quota' {
  return flag.kind === 'quota' ? 'quota' : flag.type;
}

function matches({ name, key, description }: FlagSummary, search: string): boolean {
  const text = search.toLowerCase();
  return [name, key, description].some((part) => part.toLowerCase().includes(text));
}
