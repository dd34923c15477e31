'use client';

import { useMemo, useState } from 'react';
import { MailOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import type { DataColumn } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchInput } from '@/components/ui/search-input';
import { StatusBadge } from '@/components/ui/status-badge';
import { useToast } from '@/components/ui/toast';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import { mayManage } from '@/lib/features/members/rules';
import type { InvitationPage, InvitationQuery, InvitationRow } from '@/lib/features/members/schema';
import type { Display, InvitationActions, MembersViewer } from './member-types';
import { useInvitations } from './use-members';

interface InvitationsTableProps {
  query: InvitationQuery;
  initial: InvitationPage;
  viewer: MembersViewer;
  display: Display;
  actions: InvitationActions;
}

export function InvitationsTable({ query, initial, viewer, display, actions }: InvitationsTableProps) {
  const t = useTranslations('members');
  const url = useTableUrlState();
  const toast = useToast();
  const invitations = useInvitations(query, initial);
  const page = invitations.data;
  const [revoking, setRevoking] = useState<InvitationRow | null>(null);
  const resend = useAct(actions.resend, { stale: 'members' });
  const revoke = useAct(actions.revoke, { stale: 'members', onDone: () => setRevoking(null) });

  const menuOf = (row: InvitationRow): MenuEntry[] => [
    {
      kind: 'action',
      id: 'resend',
      label: t('invitation.resend'),
      onSelect: () =>
        resend.mutate({ id: row.id }, { onSuccess: () => toast.done(t('done.resent', { email: row.email })) }),
    },
    { kind: 'action', id: 'revoke', label: t('invitation.revoke'), danger: true, onSelect: () => setRevoking(row) },
  ];
  const columns = useInvitationColumns(viewer, display, menuOf);
  return (
    <>
      <DataTable
        label={t('invitationTable')}
        columns={columns}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => row.email}
        status={invitations.error ? { kind: 'error', onRetry: () => void invitations.refetch() } : { kind: 'ready' }}
        toolbar={
          <SearchInput
            label={t('searchInvitations')}
            value={query.q}
            onSearch={url.setSearch}
            className="w-full sm:w-72"
          />
        }
        empty={
          <EmptyState
            icon={<MailOpen />}
            title={t('emptyInvitations.title')}
            text={t(query.q ? 'emptyInvitations.noMatch' : 'emptyInvitations.text')}
          />
        }
        footer={
          page.total > 0 && (
            <Pagination
              kind="links"
              text={t('invitationCount', { count: page.data.length, total: page.total })}
              previousHref={page.previousCursor && url.hrefWith({ cursor: page.previousCursor })}
              nextHref={page.nextCursor && url.hrefWith({ cursor: page.nextCursor })}
            />
          )
        }
      />
      <ConfirmDialog
        kind="danger"
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={t('invitation.revokeTitle', { email: revoking?.email ?? '' })}
        consequence={t('invitation.revokeText')}
        confirmLabel={t('invitation.revoke')}
        pending={revoke.isPending}
        onConfirm={() => {
          if (!revoking) return;
          const { id, email } = revoking;
          revoke.mutate({ id }, { onSuccess: () => toast.done(t('done.invitationRevoked', { email })) });
        }}
      />
    </>
  );
}

function useInvitationColumns(
  viewer: MembersViewer,
  display: Display,
  menuOf: (row: InvitationRow) => MenuEntry[],
): DataColumn<InvitationRow>[] {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const { locale, timeZone, now } = display;
  return useMemo<DataColumn<InvitationRow>[]>(() => {
    const time = (at: string) => <RelativeTime at={at} locale={locale} timeZone={timeZone} now={now} />;
    return [
      {
        id: 'email',
        header: t('email'),
        fixed: true,
        cell: (row) => (
          <span className="font-medium" title={row.email}>
            {row.email}
          </span>
        ),
      },
      { id: 'role', header: t('role'), cell: (row) => roles(row.role) },
      {
        id: 'invitedBy',
        header: t('invitation.invitedBy'),
        cell: (row) => row.invitedByName ?? <span className="text-muted">–</span>,
      },
      { id: 'sent', header: t('invitation.sent'), cell: (row) => time(row.createdAt) },
      {
        id: 'expires',
        header: t('invitation.expires'),
        cell: (row) =>
          row.expired ? <StatusBadge tone="warning" label={t('invitation.expired')} /> : time(row.expiresAt),
      },
      {
        id: 'actions',
        header: t('actions'),
        fixed: true,
        align: 'end',
        cell: (row) =>
          mayManage(viewer, row) && (
            <Menu trigger="more" label={t('menu', { name: row.email })} entries={menuOf(row)} />
          ),
      },
    ];
  }, [t, roles, viewer, locale, timeZone, now, menuOf]);
}
