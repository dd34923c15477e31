'use client';

import { useTranslations } from 'use-intl';
import { Combobox } from '@/components/ui/combobox';
import { FilterChips, type FilterChip } from '@/components/ui/filter-chips';
import { Input } from '@/components/ui/input';
import { SearchInput } from '@/components/ui/search-input';
import type { TableUrlState } from '@/components/ui/use-table-url-state';
import { auditActionNames } from '@/lib/core/audit/rules';
import type { AuditActor, AuditQuery } from '@/lib/core/audit/schema';
import { useAuditWords, withoutAddress } from './audit-words';

interface AuditFiltersProps {
  url: TableUrlState;
  query: AuditQuery;
  actors: readonly AuditActor[];
}

export function AuditFilters({ url, query, actors }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const people = actors.map(({ id, label }) => ({
    value: id,
    label: withoutAddress(label),
    hint: /<([^<>]+)>$/.exec(label)?.[1],
  }));
  const events = auditActionNames.map((action) => ({ value: action, label: words.action(action) }));
  const chips: FilterChip[] = [];
  if (query.actor) {
    const name = people.find((person) => person.value === query.actor)?.label ?? query.actor;
    chips.push({ id: 'actor', label: t('chip.actor', { value: name }) });
  }
  if (query.action) chips.push({ id: 'action', label: t('chip.action', { value: words.action(query.action) }) });
  if (query.from) chips.push({ id: 'from', label: t('chip.from', { value: query.from }) });
  if (query.to) chips.push({ id: 'to', label: t('chip.to', { value: query.to }) });
  return (
    <div className="grid min-w-0 flex-1 gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <SearchInput label={t('search')} value={query.q} onSearch={url.setSearch} className="w-full sm:w-64" />
        <div className="w-full sm:w-52">
          <Combobox
            aria-label={t('actor')}
            placeholder={t('allActors')}
            options={people}
            value={query.actor ?? null}
            onChange={(actor) => url.setFilter('actor', actor ?? '')}
          />
        </div>
        <div className="w-full sm:w-52">
          <Combobox
            aria-label={t('action_')}
            placeholder={t('allActions')}
            options={events}
            value={query.action ?? null}
            onChange={(action) => url.setFilter('action', action ?? '')}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <DayInput label={t('from')} value={query.from} max={query.to} onChange={(day) => url.setFilter('from', day)} />
        <DayInput label={t('to')} value={query.to} min={query.from} onChange={(day) => url.setFilter('to', day)} />
        <FilterChips
          label={t('filters')}
          chips={chips}
          onRemove={(id) => url.setFilter(id, '')}
          onClear={() => url.setFilters({ actor: '', action: '', from: '', to: '' })}
        />
      </div>
    </div>
  );
}

interface DayInputProps {
  label: string;
  value: string | undefined;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

function DayInput({ label, value, min, max, onChange }: DayInputProps) {
  return (
    <label className="flex items-center gap-1.5">
      <span className="text-sm text-muted">{label}</span>
      <Input
        key={value ?? ''}
        type="date"
        className="w-36"
        defaultValue={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          // While a date is typed the control reports it as empty or with a year like 0002.
          const day = event.target.value;
          if (day === '' || day >= '2000') onChange(day);
        }}
      />
    </label>
  );
}
