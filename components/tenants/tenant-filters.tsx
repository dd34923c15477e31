'use client';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FilterChips, type FilterChip } from '@/components/ui/filter-chips';
import { Menu } from '@/components/ui/menu';
import { SearchInput } from '@/components/ui/search-input';
import type { TableUrlState } from '@/components/ui/use-table-url-state';
import { placements, tenantStatuses } from '@/lib/features/tenants/schema';

export interface PlanChoice {
  key: string;
  name: string;
}

const filterNames = ['status', 'plan', 'placement'] as const;
type FilterName = (typeof filterNames)[number];

/** Each filter takes several values; within one they widen, between them they narrow. */
export function TenantFilters({ url, plans }: { url: TableUrlState; plans: readonly PlanChoice[] }) {
  const t = useTranslations('tenants');
  const choices: Record<FilterName, PlanChoice[]> = {
    // An erased tenant is gone: it is never what somebody looks for.
    status: tenantStatuses.filter((key) => key !== 'erased').map((key) => ({ key, name: t(`status.${key}`) })),
    plan: [...plans],
    placement: placements.map((key) => ({ key, name: t(`placement.${key}`) })),
  };
  const chosen = (name: FilterName): string[] => url.filter(name).split(',').filter(Boolean);
  const toggle = (name: FilterName, key: string): void => {
    const keys = chosen(name);
    url.setFilter(name, (keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]).join(','));
  };
  const chips: FilterChip[] = filterNames.flatMap((name) =>
    choices[name]
      .filter(({ key }) => chosen(name).includes(key))
      .map((choice) => ({
        id: `${name} ${choice.key}`,
        label: t('filter.chip', { name: t(`filter.${name}`), value: choice.name }),
      })),
  );
  return (
    <>
      <SearchInput label={t('search')} value={url.search} onSearch={url.setSearch} className="w-full md:w-72" />
      {filterNames.map((name) => (
        <Menu
          key={name}
          trigger="button"
          align="start"
          label={t(`filter.${name}`)}
          icon={<ListFilter aria-hidden="true" />}
          entries={choices[name].map((choice) => ({
            kind: 'check',
            id: choice.key,
            label: choice.name,
            checked: chosen(name).includes(choice.key),
            onSelect: () => toggle(name, choice.key),
          }))}
        />
      ))}
      <FilterChips
        label={t('filter.label')}
        chips={chips}
        onRemove={(id) => {
          const [name, key] = id.split(' ') as [FilterName, string];
          toggle(name, key);
        }}
        onClear={() => url.setFilters(Object.fromEntries(filterNames.map((name) => [name, ''])))}
      />
    </>
  );
}
