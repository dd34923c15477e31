'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useToast } from '@/components/ui/toast';
import type { MemberRole } from '@/lib/core/access/roles';
import type { MemberPage, MemberRow } from '@/lib/features/members/schema';
import type { MemberActions } from './member-types';

/** Changes of members that take effect at once and can be taken back from the notice that follows. */
export function useMemberChanges(actions: MemberActions, onDone: () => void) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const toast = useToast();
  const undoRoles = useAct(actions.changeRoles, { stale: 'members' });
  const undoRevoke = useAct(actions.restore, { stale: 'members' });
  const undoRestore = useAct(actions.revoke, { stale: 'members' });
  const show = useShownAtOnce();
  const changeRoles = useAct(actions.changeRoles, { stale: 'members' });
  const revoke = useAct(actions.revoke, { stale: 'members' });
  const restore = useAct(actions.restore, { stale: 'members' });

  return {
    pending: changeRoles.isPending || revoke.isPending || restore.isPending,
    changeRoles(members: readonly MemberRow[], role: MemberRole) {
      const ids = members.map((member) => member.id);
      show(ids, { role });
      const before = byRole(members.filter((member) => member.role !== role));
      changeRoles.mutate(
        { ids, role },
        {
          onSuccess: ({ changed }) => {
            onDone();
            toast.done(t('done.roleChanged', { count: changed, role: roles(role) }), {
              undo: changed === 0 ? undefined : () => before.forEach((group) => undoRoles.mutate(group)),
            });
          },
        },
      );
    },
    revoke(members: readonly MemberRow[]) {
      const ids = members.filter((member) => member.status === 'active').map((member) => member.id);
      if (ids.length === 0) return;
      show(ids, { status: 'revoked' });
      revoke.mutate(
        { ids },
        {
          onSuccess: ({ revoked }) => {
            onDone();
            toast.done(t('done.revoked', { count: revoked }), { undo: () => undoRevoke.mutate({ ids }) });
          },
        },
      );
    },
    restore(members: readonly MemberRow[]) {
      const ids = members.filter((member) => member.status === 'revoked').map((member) => member.id);
      if (ids.length === 0) return;
      show(ids, { status: 'active' });
      restore.mutate(
        { ids },
        {
          onSuccess: ({ restored }) => {
            onDone();
            toast.done(t('done.restored', { count: restored }), { undo: () => undoRestore.mutate({ ids }) });
          },
        },
      );
    },
  };
}

/** The list shows a change before the server has confirmed it; afterwards, confirmed or refused, it is read again. */
function useShownAtOnce() {
  const client = useQueryClient();
  return (ids: readonly string[], change: Partial<MemberRow>) => {
    const changed = new Set(ids);
    client.setQueriesData<MemberPage>(
      { queryKey: ['members', 'list'] },
      (page) => page && { ...page, data: page.data.map((row) => (changed.has(row.id) ? { ...row, ...change } : row)) },
    );
  };
}

function byRole(members: readonly MemberRow[]): { ids: string[]; role: MemberRole }[] {
  const groups = new Map<MemberRole, string[]>();
  for (const { id, role } of members) groups.set(role, [...(groups.get(role) ?? []), id]);
  return [...groups].map(([role, ids]) => ({ ids, role }));
}
