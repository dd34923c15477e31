'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Refused, useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { mayResume, maySuspend, splitByStatus } from '@/lib/features/tenants/rules';
import type { StatusActions, StatusTarget } from './tenant-types';

export interface StatusRequest {
  change: 'suspend' | 'resume';
  tenants: readonly StatusTarget[];
  /** Typed to confirm, where one tenant is suspended from its own page. */
  typed?: string;
}

interface StatusDialogProps {
  request: StatusRequest | null;
  actions: StatusActions;
  onClose: () => void;
  onDone: () => void;
}

/** Suspends or resumes one tenant or many, after it has said what that does to whom. */
export function StatusDialog({ request, ...rest }: StatusDialogProps) {
  // A key, so that a reason typed for one tenant never stands there for the next.
  return (
    request && <OpenStatusDialog key={request.tenants.map((tenant) => tenant.id).join()} request={request} {...rest} />
  );
}

function OpenStatusDialog({ request, actions, onClose, onDone }: StatusDialogProps & { request: StatusRequest }) {
  const t = useTranslations('tenants');
  const { sentence, field } = useFailureText();
  const [reason, setReason] = useState('');
  const suspend = useAct(actions.suspend, { stale: 'tenants', onRefused: () => undefined });
  const resume = useAct(actions.resume, { stale: 'tenants', onRefused: () => undefined });
  const done = useDoneToast(onDone, onClose);
  const suspends = request.change === 'suspend';
  const { affected, left } = splitByStatus(request.tenants, suspends ? maySuspend : mayResume);
  const running = suspends ? suspend : resume;
  const failure =
    running.error instanceof Refused ? running.error.failure : running.error ? { code: 'unavailable' } : null;
  const values = { count: affected.length, name: affected[0]?.name ?? '' };

  function confirm() {
    const ids = affected.map((tenant) => tenant.id);
    if (suspends) suspend.mutate({ ids, reason }, { onSuccess: (changed) => done('suspended', values, changed) });
    else resume.mutate({ ids }, { onSuccess: (changed) => done('resumed', values, changed) });
  }

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t(suspends ? 'confirm.suspendTitle' : 'confirm.resumeTitle', values)}
      consequence={<Consequence request={request} affected={affected} left={left.length} />}
      confirmLabel={t(suspends ? 'confirm.suspendAction' : 'confirm.resumeAction', values)}
      onConfirm={() => affected.length > 0 && confirm()}
      pending={running.isPending}
      error={failure && !failure.fields?.reason ? sentence(failure) : undefined}
      {...(request.typed === undefined
        ? { kind: suspends ? 'danger' : 'ordinary' }
        : { kind: 'irreversible', typed: request.typed })}
    >
      {suspends && affected.length > 0 && (
        <Field label={t('confirm.reason')} help={t('confirm.reasonHelp')} error={field(failure?.fields?.reason)}>
          {(control) => (
            <Textarea
              {...control}
              required
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
    </ConfirmDialog>
  );
}

function Consequence({
  request,
  affected,
  left,
}: {
  request: StatusRequest;
  affected: readonly StatusTarget[];
  left: number;
}) {
  const t = useTranslations('tenants');
  if (affected.length === 0) return <p>{t('confirm.none', { change: request.change })}</p>;
  const members = affected.reduce((sum, tenant) => sum + tenant.members, 0);
  const named = affected.slice(0, namedAtMost);
  return (
    <div className="grid gap-2">
      <p>{request.change === 'suspend' ? t('confirm.suspendEffect', { members }) : t('confirm.resumeEffect')}</p>
      {affected.length > 1 && (
        <ul className="list-disc ps-5 text-text">
          {named.map((tenant) => (
            <li key={tenant.id}>{tenant.name}</li>
          ))}
          {affected.length > named.length && <li>{t('confirm.andMore', { count: affected.length - named.length })}</li>}
        </ul>
      )}
      {left > 0 && <p>{t('confirm.left', { count: left, change: request.change })}</p>}
    </div>
  );
}

const namedAtMost = 6;

function useDoneToast(onDone: () => void, onClose: () => void) {
  const t = useTranslations('tenants');
  const toast = useToast();
  return (
    what: 'suspended' | 'resumed',
    values: { count: number; name: string },
    changed: { sessionsEnded: number },
  ) => {
    const detail = what === 'suspended' ? t('done.sessions', { count: changed.sessionsEnded }) : undefined;
    toast.done(t(`done.${what}`, values), { detail });
    onDone();
    onClose();
  };
}
