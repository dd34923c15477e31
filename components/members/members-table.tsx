'use client';

import { useCallback, useState } from 'react';
import { Search } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { NO_SELECTION, type TableSelection } from '@/components/ui/data-table-types';
import { EmptyState } from '@/components/ui/empty-state';
import { RouteProblem } from '@/components/ui/fetch-json';
import type { MenuEntry } from '@/components/ui/menu';
import { Pagination } from '@/components/ui/pagination';
import { useToast } from '@/components/ui/toast';
import { useTableUrlState } from '@/components/ui/use-table-url-state';
import { mayManage } from '@/lib/features/members/rules';
import type { MemberPage, MemberQuery, MemberRow } from '@/lib/features/members/schema';
import { useMemberColumns } from './member-columns';
import { MemberFilters } from './member-filters';
import { MemberPanel } from './member-panel';
import type { Display, MemberActions, MembersViewer } from './member-types';
import { RenameDialog } from './rename-dialog';
import { RoleDialog } from './role-dialog';
import { useMemberChanges } from './use-member-changes';
import { useMembers } from './use-members';

interface MembersTableProps {
  query: MemberQuery;
  initial: MemberPage;
  viewer: MembersViewer;
  display: Display;
  actions: MemberActions;
}

export function MembersTable({ query, initial, viewer, display, actions }: MembersTableProps) {
  const t = useTranslations('members');
  const errors = useTranslations('errors');
  const toast = useToast();
  const url = useTableUrlState();
  const members = useMembers(query, initial);
  const page = members.data;
  // People keep their ticks across pages, so what was ticked is kept as people, not as places.
  const [chosen, setChosen] = useState<ReadonlyMap<string, MemberRow>>(new Map());
  const [openId, setOpenId] = useState<string | null>(null);
  const [changingRole, setChangingRole] = useState<readonly MemberRow[] | null>(null);
  const [renaming, setRenaming] = useState<MemberRow | null>(null);
  const close = () => {
    setChosen(new Map());
    setChangingRole(null);
    setOpenId(null);
  };
  const changes = useMemberChanges(actions, close);
  const { revoke, restore } = changes;
  const manages = useCallback((member: MemberRow) => viewer.canManage && mayManage(viewer, member), [viewer]);
  const toggleAccess = (member: MemberRow) => (member.status === 'active' ? revoke([member]) : restore([member]));

  const menuOf = (member: MemberRow): MenuEntry[] => {
    const open: MenuEntry = { kind: 'action', id: 'open', label: t('open'), onSelect: () => setOpenId(member.id) };
    if (!manages(member)) return [open];
    const active = member.status === 'active';
    return [
      open,
      { kind: 'action', id: 'role', label: t('changeRole'), onSelect: () => setChangingRole([member]) },
      { kind: 'action', id: 'rename', label: t('rename'), onSelect: () => setRenaming(member) },
      { kind: 'separator', id: 'line' },
      {
        kind: 'action',
        id: 'access',
        label: t(active ? 'revoke' : 'restore'),
        danger: active,
        onSelect: () => toggleAccess(member),
      },
    ];
  };
  const columns = useMemberColumns(viewer, display, menuOf);

  function select(selection: TableSelection) {
    const known = new Map([...chosen, ...page.data.map((row): [string, MemberRow] => [row.id, row])]);
    const wanted = [...selection.ids].flatMap((id) => known.get(id) ?? []);
    const beyondReach = wanted.find((row) => !manages(row));
    // Ticking the whole page means those one may change; ticking one of the others says why it stays unticked.
    if (beyondReach && wanted.length === chosen.size + 1) {
      toast.problem(errors(beyondReach.id === viewer.id ? 'ownAccount' : 'rankTooLow'));
    }
    setChosen(new Map(wanted.filter(manages).map((row) => [row.id, row])));
  }

  const picked = [...chosen.values()];
  const filtered = query.q !== '' || query.role !== undefined || query.status !== undefined;
  return (
    <>
      <DataTable
        label={t('table')}
        columns={columns}
        rows={page.data}
        rowId={(member) => member.id}
        rowLabel={(member) => member.name}
        status={
          members.error
            ? { kind: 'error', referenceId: referenceOf(members.error), onRetry: () => void members.refetch() }
            : { kind: 'ready' }
        }
        onOpenRow={(member) => setOpenId(member.id)}
        sort={url.sort ?? { id: 'name', direction: 'asc' }}
        onSort={url.setSort}
        hiddenColumns={url.hiddenColumns}
        onHiddenColumns={url.setHiddenColumns}
        selection={viewer.canManage ? { ids: new Set(chosen.keys()), allMatching: false } : NO_SELECTION}
        onSelection={viewer.canManage ? select : undefined}
        bulkActions={
          <>
            <Button disabled={changes.pending} onClick={() => setChangingRole(picked)}>
              {t('changeRole')}
            </Button>
            {picked.some((member) => member.status === 'revoked') && (
              <Button pending={changes.pending} onClick={() => restore(picked)}>
                {t('restore')}
              </Button>
            )}
            {picked.some((member) => member.status === 'active') && (
              <Button variant="danger" pending={changes.pending} onClick={() => revoke(picked)}>
                {t('revoke')}
              </Button>
            )}
          </>
        }
        toolbar={<MemberFilters url={url} query={query} />}
        exportCsv={{ kind: 'rows' }}
        empty={
          <EmptyState
            icon={<Search />}
            title={t('empty.title')}
            text={t('empty.text')}
            action={
              filtered && (
                <Button onClick={() => url.setFilters({ q: '', role: '', status: '' })}>{t('empty.clear')}</Button>
              )
            }
          />
        }
        footer={
          page.total > 0 && (
            <Pagination
              kind="links"
              text={t('count', { count: page.data.length, total: page.total })}
              previousHref={page.previousCursor && url.hrefWith({ cursor: page.previousCursor })}
              nextHref={page.nextCursor && url.hrefWith({ cursor: page.nextCursor })}
            />
          )
        }
      />
      <MemberPanel
        member={page.data.find((member) => member.id === openId) ?? null}
        viewer={viewer}
        display={display}
        manageable={page.data.some((member) => member.id === openId && manages(member))}
        onClose={() => setOpenId(null)}
        onChangeRole={(member) => setChangingRole([member])}
        onRename={setRenaming}
        onToggleAccess={toggleAccess}
      />
      <RoleDialog
        members={changingRole}
        viewerRole={viewer.role}
        pending={changes.pending}
        onClose={() => setChangingRole(null)}
        onChoose={changes.changeRoles}
      />
      <RenameDialog member={renaming} rename={actions.rename} onClose={() => setRenaming(null)} />
    </>
  );
}

function referenceOf(error: Error): string | undefined {
  return error instanceof RouteProblem ? error.referenceId : undefined;
}
