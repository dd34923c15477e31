'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import type { TenantMembers } from '@/lib/features/tenants/list-tenant-members';
import type { Display } from './tenant-types';

export function TenantMembersTable({
  members,
  path,
  display,
}: {
  members: TenantMembers;
  path: string;
  display: Display;
}) {
  const t = useTranslations('tenant');
  const roles = useTranslations('roles');
  const { data, total, page, pages } = members;
  return (
    <div className="grid gap-3">
      <TableFrame>
        <Table aria-label={t('members.title')}>
          <thead>
            <tr>
              <Th>{t('members.name')}</Th>
              <Th>{t('members.email')}</Th>
              <Th>{t('members.role')}</Th>
              <Th>{t('members.status')}</Th>
              <Th>{t('members.lastSeen')}</Th>
            </tr>
          </thead>
          <tbody>
            {data.map((member) => (
              <Tr key={member.id}>
                <Td className="max-w-72 truncate">
                  <span className="flex min-w-0 items-center gap-2.5">
                    <Avatar name={member.name} />
                    <span className="truncate font-medium">{member.name}</span>
                  </span>
                </Td>
                <Td className="max-w-72 truncate">{member.email}</Td>
                <Td>{roles(member.role)}</Td>
                <Td>
                  <StatusBadge
                    tone={member.status === 'active' ? 'positive' : 'neutral'}
                    label={t(`members.${member.status}`)}
                  />
                </Td>
                <Td>
                  {member.lastSeenAt === null ? (
                    <span className="text-muted">{t('members.never')}</span>
                  ) : (
                    <RelativeTime at={member.lastSeenAt} {...display} />
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      <Pagination
        kind="links"
        text={t('members.shown', { shown: data.length, total })}
        previousHref={page > 1 ? `${path}?page=${page - 1}` : null}
        nextHref={page < pages ? `${path}?page=${page + 1}` : null}
      />
    </div>
  );
}
