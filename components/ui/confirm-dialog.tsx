'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';
import { Input } from './input';

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The consequence, in words: what happens, what is kept, whether it can be undone. */
  consequence: ReactNode;
  /** A verb and its object, such as "Suspend tenant". */
  confirmLabel: string;
  onConfirm: () => void;
  pending?: boolean;
  error?: string;
  /** Further fields that the action needs, such as a reason. */
  children?: ReactNode;
} & ({ kind: 'ordinary' | 'danger' } | { kind: 'irreversible'; typed: string });

/** Asks before what can't be undone. `irreversible` wants the given word (a slug) typed, so that no habit confirms it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, consequence, pending = false } = props;
  return (
    <Dialog open={open} onClose={onClose} title={title} description={consequence} role="alertdialog" locked={pending}>
      <ConfirmForm {...props} />
    </Dialog>
  );
}

/** Mounted only while the dialog is open, so what was typed never survives to the next opening. */
function ConfirmForm(props: ConfirmDialogProps) {
  const { onClose, onConfirm, confirmLabel, pending = false, error, children } = props;
  const t = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const ready = props.kind !== 'irreversible' || typed.trim() === props.typed;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) onConfirm();
      }}
    >
      {children}
      {props.kind === 'irreversible' && (
        <Field label={t('dialog.typeToConfirm', { word: props.typed })}>
          {(control) => (
            <Input
              {...control}
              mono
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      {error !== undefined && (
        <p role="alert" className="text-sm wrap-anywhere text-negative-text">
          {error}
        </p>
      )}
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button onClick={onClose} disabled={pending}>
          {t('dialog.cancel')}
        </Button>
        <Button
          type="submit"
          variant={props.kind === 'ordinary' ? 'primary' : 'danger'}
          disabled={!ready}
          pending={pending}
        >
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
