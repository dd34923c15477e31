'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import type { AuditPage, AuditQuery } from '@/lib/core/audit/schema';

/** @param endpoint the portal's own log, or one tenant's on the console */
export function useAuditEvents(endpoint: string, query: AuditQuery, initial: AuditPage) {
  return useQuery({
    queryKey: ['audit', endpoint, query],
    queryFn: ({ signal }) => fetchJson<AuditPage>(`${endpoint}${queryString(query)}`, signal),
    initialData: initial,
  });
}
