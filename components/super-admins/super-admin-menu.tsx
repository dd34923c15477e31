'use client';

import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { superAdminRoleNames, type SuperAdminRow } from '@/lib/features/super-admins/schema';
import type { SuperAdminActions } from './super-admin-types';

interface SuperAdminMenuProps {
  person: SuperAdminRow;
  actions: SuperAdminActions;
  onRevoke: () => void;
}

/** A role can be given back at once, so it changes without a question; losing access can't. */
export function SuperAdminMenu({ person, actions, onRevoke }: SuperAdminMenuProps) {
  const t = useTranslations('console');
  const roles = useTranslations('roles');
  const toast = useToast();
  const { name } = person;
  const undo = useAct(actions.changeRole);
  const change = useAct(actions.changeRole, {
    onDone: (_data, { role }) => {
      const back = () => undo.mutate({ id: person.id, role: person.role });
      toast.done(t('superAdmins.roleDone', { name, role: roles(role) }), { undo: back });
    },
  });
  const restore = useAct(actions.restore, { onDone: () => toast.done(t('superAdmins.restoreDone', { name })) });
  const entries: MenuEntry[] =
    person.status === 'revoked'
      ? [
          {
            kind: 'action',
            id: 'restore',
            label: t('superAdmins.restore'),
            onSelect: () => restore.mutate({ id: person.id }),
          },
        ]
      : [
          ...superAdminRoleNames
            .filter((role) => role !== person.role)
            .map((role): MenuEntry => {
              const label = t('superAdmins.changeRole', { role: roles(role) });
              return { kind: 'action', id: role, label, onSelect: () => change.mutate({ id: person.id, role }) };
            }),
          { kind: 'separator', id: 'line' },
          { kind: 'action', id: 'revoke', label: t('superAdmins.revoke'), danger: true, onSelect: onRevoke },
        ];
  return (
    <Menu
      trigger="more"
      label={t('superAdmins.menu', { name })}
      entries={entries}
      disabled={change.isPending || restore.isPending}
    />
  );
}
