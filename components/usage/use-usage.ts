'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/ui/fetch-json';
import { writePeriodQuery, type PeriodQuery, type UsageOverview } from '@/lib/core/usage/schema';

/** Roll-ups are renewed every minute; asking four times as often keeps the page at most a moment behind them. */
const refetchMs = 15_000;

export function useUsage(query: PeriodQuery, initial: UsageOverview) {
  return useQuery({
    queryKey: ['usage', query],
    queryFn: ({ signal }) => fetchJson<UsageOverview>(`/api/portal/usage?${writePeriodQuery(query)}`, signal),
    initialData: initial,
    refetchInterval: refetchMs,
  });
}
