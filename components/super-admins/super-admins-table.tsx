'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Refused, useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { StatusBadge } from '@/components/ui/status-badge';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import type { SuperAdminRow } from '@/lib/features/super-admins/schema';
import { SuperAdminMenu } from './super-admin-menu';
import type { SuperAdminActions } from './super-admin-types';

interface SuperAdminsTableProps {
  people: readonly SuperAdminRow[];
  viewerId: string;
  display: { locale: string; timeZone: string; now: string };
  actions: SuperAdminActions;
}

export function SuperAdminsTable({ people, viewerId, display, actions }: SuperAdminsTableProps) {
  const t = useTranslations('console');
  const roles = useTranslations('roles');
  const [revoking, setRevoking] = useState<SuperAdminRow | null>(null);
  return (
    <>
      <TableFrame>
        <Table aria-label={t('superAdmins.list')}>
          <thead>
            <tr>
              {(['name', 'email', 'role', 'status', 'lastSeen'] as const).map((column) => (
                <Th key={column}>{t(`superAdmins.column.${column}`)}</Th>
              ))}
              <Th>
                <span className="sr-only">{t('superAdmins.column.actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Tr key={person.id}>
                <Td className="max-w-72">
                  <span className="flex min-w-0 items-center gap-2.5">
                    <Avatar name={person.name} />
                    <span className="truncate font-medium">{person.name}</span>
                    {person.id === viewerId && <Badge>{t('superAdmins.you')}</Badge>}
                  </span>
                </Td>
                <Td className="max-w-72 truncate">{person.email}</Td>
                <Td>{roles(person.role)}</Td>
                <Td>
                  <StatusBadge
                    tone={person.status === 'active' ? 'positive' : 'neutral'}
                    label={t(`superAdmins.${person.status}`)}
                  />
                </Td>
                <Td>
                  {person.lastSeenAt === null ? (
                    <span className="text-muted">{t('superAdmins.never')}</span>
                  ) : (
                    <RelativeTime at={person.lastSeenAt} {...display} />
                  )}
                </Td>
                <Td align="end">
                  {person.id !== viewerId && (
                    <SuperAdminMenu person={person} actions={actions} onRevoke={() => setRevoking(person)} />
                  )}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </TableFrame>
      {revoking && <RevokeDialog person={revoking} revoke={actions.revoke} onClose={() => setRevoking(null)} />}
    </>
  );
}

interface RevokeDialogProps {
  person: SuperAdminRow;
  revoke: SuperAdminActions['revoke'];
  onClose: () => void;
}

function RevokeDialog({ person, revoke, onClose }: RevokeDialogProps) {
  const t = useTranslations('console');
  const toast = useToast();
  const { sentence } = useFailureText();
  const act = useAct(revoke, {
    onDone: () => {
      toast.done(t('superAdmins.revokeDone', { name: person.name }));
      onClose();
    },
    onRefused: () => undefined,
  });
  return (
    <ConfirmDialog
      kind="danger"
      open
      onClose={onClose}
      title={t('superAdmins.revokeTitle', { name: person.name })}
      consequence={t('superAdmins.revokeText')}
      confirmLabel={t('superAdmins.revoke')}
      pending={act.isPending}
      error={act.error instanceof Refused ? sentence(act.error.failure) : undefined}
      onConfirm={() => act.mutate({ id: person.id })}
    />
  );
}
