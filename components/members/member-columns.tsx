'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { DataColumn } from '@/components/ui/data-table-types';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import type { MemberRow } from '@/lib/features/members/schema';
import type { Display, MembersViewer } from './member-types';

export function useMemberColumns(
  viewer: MembersViewer,
  { locale, timeZone, now }: Display,
  menuOf: (member: MemberRow) => MenuEntry[],
): DataColumn<MemberRow>[] {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  return useMemo<DataColumn<MemberRow>[]>(
    () => [
      {
        id: 'name',
        header: t('name'),
        fixed: true,
        sortable: true,
        csv: (member) => member.name,
        cell: (member) => (
          <span className="flex min-w-0 items-center gap-2.5">
            <Avatar name={member.name} />
            <span className="truncate font-medium" title={member.name}>
              {member.name}
            </span>
            {member.id === viewer.id && <Badge>{t('you')}</Badge>}
          </span>
        ),
      },
      {
        id: 'email',
        header: t('email'),
        sortable: true,
        csv: (member) => member.email,
        cell: (member) => <span title={member.email}>{member.email}</span>,
      },
      {
        id: 'role',
        header: t('role'),
        sortable: true,
        csv: (member) => member.role,
        cell: (member) => roles(member.role),
      },
      {
        id: 'status',
        header: t('status'),
        csv: (member) => member.status,
        cell: (member) => (
          <StatusBadge tone={member.status === 'active' ? 'positive' : 'neutral'} label={t(member.status)} />
        ),
      },
      {
        id: 'lastSeen',
        header: t('lastSeen'),
        sortable: true,
        csv: (member) => member.lastSeenAt,
        cell: (member) =>
          member.lastSeenAt === null ? (
            <span className="text-muted">{t('neverSeen')}</span>
          ) : (
            <RelativeTime at={member.lastSeenAt} locale={locale} timeZone={timeZone} now={now} />
          ),
      },
      {
        id: 'created',
        header: t('created'),
        sortable: true,
        hiddenAtFirst: true,
        csv: (member) => member.createdAt,
        cell: (member) => <RelativeTime at={member.createdAt} locale={locale} timeZone={timeZone} now={now} />,
      },
      {
        id: 'actions',
        header: t('actions'),
        fixed: true,
        align: 'end',
        cell: (member) => (
          <Menu trigger="more" label={t('menu', { name: member.name })} entries={() => menuOf(member)} />
        ),
      },
    ],
    [t, roles, viewer.id, locale, timeZone, now, menuOf],
  );
}
