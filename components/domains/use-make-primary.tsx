'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import type { ListActions } from './domain-types';

interface Target {
  hostId: string | null;
  display: string;
}

/** Asks first: whoever works at another address is sent to this one and signs in again. */
export function useMakePrimary(action: ListActions['makePrimary']): {
  ask: (target: Target) => void;
  dialog: ReactNode;
} {
  const t = useTranslations('domains');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [target, setTarget] = useState<Target | null>(null);
  const [problem, setProblem] = useState<string>();
  const act = useAct(action, {
    stale: 'domains',
    onDone: () => {
      toast.done(t('madePrimary', { domain: target?.display ?? '' }));
      setTarget(null);
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  return {
    ask: (asked) => {
      setProblem(undefined);
      setTarget(asked);
    },
    dialog: (
      <ConfirmDialog
        kind="ordinary"
        open={target !== null}
        onClose={() => setTarget(null)}
        title={t('primaryTitle', { domain: target?.display ?? '' })}
        consequence={t('primaryText')}
        confirmLabel={t('makePrimary')}
        pending={act.isPending}
        error={problem}
        onConfirm={() => target?.hostId && act.mutate({ hostId: target.hostId })}
      />
    ),
  };
}
