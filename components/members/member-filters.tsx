'use client';

import { useTranslations } from 'use-intl';
import { FilterChips, type FilterChip } from '@/components/ui/filter-chips';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import type { TableUrlState } from '@/components/ui/use-table-url-state';
import { memberRoleNames } from '@/lib/features/members/rules';
import { memberStatuses, type MemberQuery } from '@/lib/features/members/schema';

export function MemberFilters({ url, query }: { url: TableUrlState; query: MemberQuery }) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const chips: FilterChip[] = [];
  if (query.role) chips.push({ id: 'role', label: t('chip.role', { value: roles(query.role) }) });
  if (query.status) chips.push({ id: 'status', label: t('chip.status', { value: t(query.status) }) });
  return (
    <>
      <SearchInput label={t('search')} value={query.q} onSearch={url.setSearch} className="w-full sm:w-72" />
      <Select
        aria-label={t('filterRole')}
        value={query.role ?? ''}
        onChange={(event) => url.setFilter('role', event.target.value)}
        options={[
          { value: '', label: t('allRoles') },
          ...memberRoleNames.map((role) => ({ value: role, label: roles(role) })),
        ]}
      />
      <Select
        aria-label={t('filterStatus')}
        value={query.status ?? ''}
        onChange={(event) => url.setFilter('status', event.target.value)}
        options={[
          { value: '', label: t('allStatuses') },
          ...memberStatuses.map((status) => ({ value: status, label: t(status) })),
        ]}
      />
      <FilterChips
        label={t('chips')}
        chips={chips}
        onRemove={(id) => url.setFilter(id, '')}
        onClear={() => url.setFilters({ role: '', status: '' })}
      />
    </>
  );
}
