'use client';

import { useState, type ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import type { DomainDetail } from '@/lib/features/domains/schema';
import type { DomainActions } from './domain-types';
import { MailRecordsDialog } from './mail-records-dialog';
import { useMakePrimary } from './use-make-primary';
import { useMoveDomain } from './use-move-domain';

interface Doing {
  check: () => void;
  checking: boolean;
  renew: () => void;
  makePrimary: () => void;
  move: () => void;
  release: () => void;
  mail: () => void;
  dialogs: ReactNode;
}

/** Everything that can be done with a domain, and the dialogs that ask before some of it. */
export function useDomainActions(domain: DomainDetail, actions: DomainActions): Doing {
  const t = useTranslations('domains');
  const toast = useToast();
  const router = useRouter();
  const { sentence } = useFailureText();
  const [asking, setAsking] = useState<'release' | 'mail' | null>(null);
  const [problem, setProblem] = useState<string>();
  const primary = useMakePrimary(actions.makePrimary);
  const move = useMoveDomain(domain, actions.move);
  const { id, display } = domain;
  const check = useAct(actions.check, {
    stale: 'domains',
    onDone: () => toast.done(t('checkAsked', { domain: display })),
  });
  const renew = useAct(actions.renew, { stale: 'domains', onDone: () => toast.done(t('renewed')) });
  const release = useAct(actions.release, {
    leaves: true,
    onDone: () => {
      toast.done(t('released', { domain: display }));
      router.push('/domains');
      router.refresh();
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  return {
    check: () => check.mutate({ id }),
    checking: check.isPending,
    renew: () => renew.mutate({ id }),
    makePrimary: () => primary.ask(domain),
    move: move.ask,
    release: () => {
      setProblem(undefined);
      setAsking('release');
    },
    mail: () => setAsking('mail'),
    dialogs: (
      <>
        {primary.dialog}
        {move.dialog}
        <MailRecordsDialog
          open={asking === 'mail'}
          domain={domain}
          mail={actions.mail}
          onClose={() => setAsking(null)}
        />
        <ConfirmDialog
          kind="irreversible"
          typed={display}
          open={asking === 'release'}
          onClose={() => setAsking(null)}
          title={t('releaseTitle', { domain: display })}
          consequence={t('releaseText', { primary: String(domain.isPrimary) })}
          confirmLabel={t('release')}
          pending={release.isPending}
          error={problem}
          onConfirm={() => release.mutate({ id })}
        />
      </>
    ),
  };
}
