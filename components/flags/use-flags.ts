'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import type { FlagList, TenantChoice, TenantsOfFlag } from '@/lib/core/flags/schema';

export function useFlagList(initial: FlagList) {
  return useQuery({
    queryKey: ['flags', 'list'],
    queryFn: ({ signal }) => fetchJson<FlagList>('/api/console/flags', signal),
    initialData: initial,
  });
}

export interface HolderFilter {
  /** JSON of the value. */
  value: string | undefined;
  overridden: boolean;
}

/** Who has what, a page of tenants at a time. */
export function useFlagHolders(key: string, { value, overridden }: HolderFilter) {
  return useInfiniteQuery({
    queryKey: ['flags', 'holders', key, value, overridden],
    queryFn: ({ pageParam, signal }) => {
      const query = { key, value, overridden: overridden ? '1' : undefined, cursor: pageParam };
      return fetchJson<TenantsOfFlag>(`/api/console/flags/holders${queryString(query)}`, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useTenantSearch(text: string) {
  return useQuery({
    queryKey: ['flags', 'tenants', text],
    queryFn: async ({ signal }) => {
      const found = await fetchJson<{ data: TenantChoice[] }>(
        `/api/console/flags/tenants${queryString({ q: text })}`,
        signal,
      );
      return found.data;
    },
    placeholderData: keepPreviousData,
  });
}
