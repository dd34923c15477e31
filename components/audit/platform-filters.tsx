'use client';

import { useTranslations } from 'use-intl';
import { Combobox } from '@/components/ui/combobox';
import { FilterChips, type FilterChip } from '@/components/ui/filter-chips';
import { Input } from '@/components/ui/input';
import { SearchInput } from '@/components/ui/search-input';
import type { TableUrlState } from '@/components/ui/use-table-url-state';
import { platformActionNames } from '@/lib/features/platform-audit/rules';
import type { PlatformActor, PlatformAuditQuery } from '@/lib/features/platform-audit/schema';
import { useAuditWords } from './audit-words';

interface PlatformFiltersProps {
  url: TableUrlState;
  query: PlatformAuditQuery;
  actors: readonly PlatformActor[];
}

export function PlatformFilters({ url, query, actors }: PlatformFiltersProps) {
  const t = useTranslations('audit');
  const words = useAuditWords();
  const people = actors.map(({ id, label }) => ({ value: id, label }));
  const events = platformActionNames.map((action) => ({ value: action, label: words.action(action) }));
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
        <SearchInput label={t('search')} value={query.q} onSearch={url.setSearch} className="w-full md:w-64" />
        <Choice
          label={t('actor')}
          all={t('allActors')}
          options={people}
          value={query.actor}
          onChoose={(id) => url.setFilter('actor', id)}
        />
        <Choice
          label={t('action_')}
          all={t('allActions')}
          options={events}
          value={query.action}
          onChoose={(id) => url.setFilter('action', id)}
        />
        <div className="flex flex-wrap items-end gap-2">
          <Day label={t('from')} value={query.from} onChange={(day) => url.setFilter('from', day)} />
          <Day label={t('to')} value={query.to} onChange={(day) => url.setFilter('to', day)} />
        </div>
      </div>
      <FilterChips
        label={t('filters')}
        chips={chips}
        onRemove={(id) => url.setFilter(id, '')}
        onClear={() => url.setFilters({ actor: '', action: '', from: '', to: '' })}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  onChoose: (value: string) => void;
}

function Choice({ label, all, options, value, onChoose }: ChoiceProps) {
  return (
    <div className="w-full md:w-52">
      <Combobox
        aria-label={label}
        placeholder={all}
        options={options}
        value={value ?? null}
        onChange={(chosen) => onChoose(chosen ?? '')}
      />
    </div>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string) => void;
}) {
  return (
    <label className="flex items-center gap-1.5">
      <span className="text-sm text-muted">{label}</span>
      <Input
        key={value ?? ''}
        type="date"
        className="w-36"
        defaultValue={value ?? ''}
        onChange={(event) => {
          // While a date is typed the control reports it as empty or with a year like 0002.
          const day = event.target.value;
          if (day === '' || day >= '2000') onChange(day);
        }}
      />
    </label>
  );
}
