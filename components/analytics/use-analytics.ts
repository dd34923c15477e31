'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import type { Analytics, AnalyticsPeriod, ResourcePage } from '@/lib/features/analytics/schema';

export function useAnalytics(period: AnalyticsPeriod, initial: Analytics) {
  return useQuery({
    queryKey: ['analytics', period],
    queryFn: ({ signal }) => fetchJson<Analytics>(`/api/console/analytics${queryString({ period })}`, signal),
    initialData: initial,
    refetchInterval: 60_000,
  });
}

/** The table's part of the address. */
export type ResourceSearch = Partial<Record<'q' | 'sort' | 'cursor', string>>;

export function useResources(search: ResourceSearch, initial: ResourcePage) {
  return useQuery({
    queryKey: ['analytics', 'resources', search],
    queryFn: ({ signal }) => fetchJson<ResourcePage>(`/api/console/analytics/resources${queryString(search)}`, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
  });
}
