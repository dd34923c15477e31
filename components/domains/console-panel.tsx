'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { KeyValueList } from '@/components/ui/key-value';
import { RelativeTime } from '@/components/ui/relative-time';
import { SidePanel } from '@/components/ui/side-panel';
import { StatusBadge } from '@/components/ui/status-badge';
import { TextLink } from '@/components/ui/text-link';
import { useToast } from '@/components/ui/toast';
import { subjects, type ConsoleDomain } from '@/lib/features/domains/schema';
import { stateTones, type ConsoleDomainActions, type Display } from './domain-types';
import { useStateWords } from './use-state-words';

interface ConsolePanelProps {
  /** Null while closed. */
  domain: ConsoleDomain | null;
  display: Display;
  actions: ConsoleDomainActions | null;
  onClose: () => void;
}

export function ConsolePanel({ domain, display, actions, onClose }: ConsolePanelProps) {
  return (
    <SidePanel
      open={domain !== null}
      onClose={onClose}
      title={domain?.display ?? ''}
      footer={domain && actions && <PanelActions domain={domain} actions={actions} onClose={onClose} />}
    >
      {domain && <DomainFacts domain={domain} display={display} />}
    </SidePanel>
  );
}

function DomainFacts({ domain, display }: { domain: ConsoleDomain; display: Display }) {
  const t = useTranslations('domains');
  const word = useStateWords();
  return (
    <KeyValueList
      items={[
        {
          label: t('console.tenant'),
          value: <TextLink href={`/tenants/${domain.tenantSlug}`}>{domain.tenantName}</TextLink>,
        },
        ...subjects.map((subject) => ({
          label: t(`states.${subject}`),
          value: <StatusBadge tone={stateTones[domain[subject]]} label={word(subject, domain[subject])} />,
        })),
        { label: t('console.created'), value: <RelativeTime at={domain.createdAt} {...display} /> },
        ...(domain.invalidSince
          ? [{ label: t('console.trouble'), value: <RelativeTime at={domain.invalidSince} {...display} /> }]
          : []),
      ]}
    />
  );
}

function PanelActions({
  domain,
  actions,
  onClose,
}: {
  domain: ConsoleDomain;
  actions: ConsoleDomainActions;
  onClose: () => void;
}) {
  const t = useTranslations('domains');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [releasing, setReleasing] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const { id, tenantId, display } = domain;
  const check = useAct(actions.check, {
    stale: 'domains',
    onDone: () => toast.done(t('checkAsked', { domain: display })),
  });
  const release = useAct(actions.release, {
    stale: 'domains',
    onDone: () => {
      toast.done(t('released', { domain: display }));
      onClose();
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  return (
    <>
      <Button variant="danger" onClick={() => setReleasing(true)}>
        {t('release')}
      </Button>
      <Button pending={check.isPending} onClick={() => check.mutate({ id, tenantId })}>
        {t('check')}
      </Button>
      <ConfirmDialog
        kind="irreversible"
        typed={display}
        open={releasing}
        onClose={() => setReleasing(false)}
        title={t('releaseTitle', { domain: display })}
        consequence={t('console.releaseText')}
        confirmLabel={t('release')}
        pending={release.isPending}
        error={problem}
        onConfirm={() => release.mutate({ id, tenantId, reason })}
      >
        <Field label={t('console.reason')} help={t('console.reasonHelp')}>
          {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </ConfirmDialog>
    </>
  );
}
