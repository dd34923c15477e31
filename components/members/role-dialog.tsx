'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import type { MemberRole } from '@/lib/core/access/roles';
import { assignableRoles } from '@/lib/features/members/rules';
import type { MemberRow } from '@/lib/features/members/schema';

interface RoleDialogProps {
  /** Null while closed. */
  members: readonly MemberRow[] | null;
  viewerRole: MemberRole;
  pending: boolean;
  onClose: () => void;
  onChoose: (members: readonly MemberRow[], role: MemberRole) => void;
}

export function RoleDialog(props: RoleDialogProps) {
  const { members, pending, onClose } = props;
  const t = useTranslations('members');
  const [first] = members ?? [];
  return (
    <Dialog
      open={members !== null}
      onClose={onClose}
      locked={pending}
      title={first ? t('roleDialog.title', { count: members?.length ?? 0, name: first.name }) : ''}
      description={t('roleDialog.text')}
    >
      {members && first && <RoleForm {...props} members={members} first={first} />}
    </Dialog>
  );
}

function RoleForm({
  members,
  first,
  viewerRole,
  pending,
  onClose,
  onChoose,
}: RoleDialogProps & { members: readonly MemberRow[]; first: MemberRow }) {
  const t = useTranslations('members');
  const roles = useTranslations('roles');
  const ui = useTranslations('ui');
  const same = members.every((member) => member.role === first.role);
  const [role, setRole] = useState<MemberRole | null>(same ? first.role : null);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (role && !pending) onChoose(members, role);
      }}
    >
      <RadioGroup
        legend={t('roleDialog.legend')}
        hideLegend
        name="role"
        look="cards"
        value={role ?? ''}
        onChange={(event) => setRole(assignableRoles(viewerRole).find((each) => each === event.target.value) ?? null)}
        options={assignableRoles(viewerRole).map((value) => ({
          value,
          label: roles(value),
          hint: roles(`${value}Help`),
        }))}
      />
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button onClick={onClose} disabled={pending}>
          {ui('dialog.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={role === null || (same && role === first.role)}
        >
          {t('roleDialog.submit')}
        </Button>
      </div>
    </form>
  );
}
