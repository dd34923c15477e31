'use client';

import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { useUnsavedGuard } from './use-unsaved-guard';

interface SaveBarProps {
  state: 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';
  /** A verb and its object, such as "Save settings". */
  saveLabel: string;
  onDiscard?: () => void;
  /** Left out inside a form: the button submits it. */
  onSave?: () => void;
  /** What went wrong and what was kept, when `failed`. */
  problem?: string;
  extra?: ReactNode;
}

/** The foot of a form: says whether anything is unsaved, saves it, and asks before unsaved work is left behind. */
export function SaveBar({ state, saveLabel, onDiscard, onSave, problem, extra }: SaveBarProps) {
  const t = useTranslations('ui');
  const unsaved = state === 'dirty' || state === 'failed' || state === 'saving';
  useUnsavedGuard(unsaved, t('save.leave'));
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-end gap-3 border-t border-border bg-surface py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <p
        role="status"
        className={
          state === 'failed'
            ? 'min-w-0 flex-1 text-sm wrap-anywhere text-negative-text max-md:basis-full'
            : 'flex min-w-0 flex-1 items-center gap-1.5 text-sm text-muted max-md:basis-full'
        }
      >
        {state === 'saved' && <Check aria-hidden="true" className="size-4 text-positive-text" />}
        {state === 'failed' ? (problem ?? t('save.failed')) : t(`save.${state}`)}
      </p>
      {extra}
      {onDiscard && state !== 'clean' && state !== 'saved' && (
        <Button variant="ghost" onClick={onDiscard} disabled={state === 'saving'}>
          {t('save.discard')}
        </Button>
      )}
      <Button
        type={onSave ? 'button' : 'submit'}
        variant="primary"
        onClick={onSave}
        pending={state === 'saving'}
        disabled={state === 'clean' || state === 'saved'}
      >
        {saveLabel}
      </Button>
    </div>
  );
}
