'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import type { TenantPage } from '@/lib/features/tenants/schema';

/** The address as it stands: what the server and the browser read the same page by. */
export type TenantSearch = Partial<Record<'q' | 'status' | 'plan' | 'placement' | 'sort' | 'cursor', string>>;

/** The page that the address asks for; the server's answer first, then fresh whenever it may have changed. */
export function useTenants(search: TenantSearch, initial: TenantPage) {
  return useQuery({
    queryKey: ['tenants', 'list', search],
    queryFn: ({ signal }) => fetchJson<TenantPage>(`/api/console/tenants${queryString(search)}`, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
  });
}
