'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import type { DomainDetail } from '@/lib/features/domains/schema';
import type { DomainActions } from './domain-types';

/** Asks first: what was found at the address so far is not there any more. */
export function useMoveDomain(
  domain: DomainDetail,
  action: DomainActions['move'],
): { ask: () => void; dialog: ReactNode } {
  const t = useTranslations('domains');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, display } = domain;
  const act = useAct(action, {
    stale: 'domains',
    onDone: () => {
      toast.done(t('moved', { domain: display }));
      setAsking(false);
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  return {
    ask: () => {
      setProblem(undefined);
      setAsking(true);
    },
    dialog: (
      <ConfirmDialog
        kind="ordinary"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('moveTitle', { domain: display })}
        consequence={t('moveText', { domain: display, primary: domain.sitePrimary ?? 'none' })}
        confirmLabel={t('move')}
        pending={act.isPending}
        error={problem}
        onConfirm={() => act.mutate({ id, surface: 'site' })}
      />
    ),
  };
}
