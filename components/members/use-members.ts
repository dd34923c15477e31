'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson, queryString } from '@/components/ui/fetch-json';
import type { InvitationPage, InvitationQuery, MemberPage, MemberQuery } from '@/lib/features/members/schema';

/** The page of members that the address asks for; the server's answer first, then fresh whenever it may have changed. */
export function useMembers(query: MemberQuery, initial: MemberPage) {
  return useQuery({
    queryKey: ['members', 'list', query],
    queryFn: ({ signal }) => fetchJson<MemberPage>(`/api/portal/members${queryString(query)}`, signal),
    initialData: initial,
  });
}

export function useInvitations(query: InvitationQuery, initial: InvitationPage) {
  return useQuery({
    queryKey: ['members', 'invitations', query],
    queryFn: ({ signal }) => fetchJson<InvitationPage>(`/api/portal/members/invitations${queryString(query)}`, signal),
    initialData: initial,
  });
}
