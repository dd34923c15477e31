'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import type { MemberRow } from '@/lib/features/members/schema';
import type { MemberActions } from './member-types';

interface RenameDialogProps {
  /** Null while closed. */
  member: MemberRow | null;
  rename: MemberActions['rename'];
  onClose: () => void;
}

export function RenameDialog({ member, rename, onClose }: RenameDialogProps) {
  const t = useTranslations('members');
  return (
    <Dialog
      open={member !== null}
      onClose={onClose}
      title={member ? t('renameDialog.title', { name: member.name }) : ''}
    >
      {member && <RenameForm member={member} rename={rename} onClose={onClose} />}
    </Dialog>
  );
}

function RenameForm({ member, rename, onClose }: RenameDialogProps & { member: MemberRow }) {
  const t = useTranslations('members');
  const ui = useTranslations('ui');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [name, setName] = useState(member.name);
  const [problem, setProblem] = useState<string>();
  const act = useAct(rename, {
    stale: 'members',
    onDone: () => {
      onClose();
      toast.done(t('done.renamed'));
    },
    onRefused: (failure) => setProblem(field(failure.fields?.name) ?? sentence(failure)),
  });
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        act.mutate({ id: member.id, name });
      }}
    >
      <Field label={t('renameDialog.label')} error={problem}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button onClick={onClose} disabled={act.isPending}>
          {ui('dialog.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('renameDialog.submit')}
        </Button>
      </div>
    </form>
  );
}
