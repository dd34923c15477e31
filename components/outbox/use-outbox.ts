'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '@/components/ui/fetch-json';
import type { Outbox, OutboxDetail } from '@/lib/features/outbox/schema';

/** Mails arrive while the page is open: whoever waits for an invitation sees it come. */
export function useOutbox(initial: Outbox) {
  return useQuery({
    queryKey: ['outbox', 'list'],
    queryFn: ({ signal }) => fetchJson<Outbox>('/api/console/outbox', signal),
    initialData: initial,
    refetchInterval: 4_000,
  });
}

export function useMail(id: string | null) {
  return useQuery({
    queryKey: ['outbox', 'mail', id],
    queryFn: ({ signal }) => fetchJson<OutboxDetail>(`/api/console/outbox/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== null,
    staleTime: Infinity,
  });
}
