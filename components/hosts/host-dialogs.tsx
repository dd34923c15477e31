'use client';

import { useTranslations } from 'use-intl';
import { Refused, useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import type { HostRow } from '@/lib/features/hosts/schema';
import type { HostActions } from './host-types';

export interface HostRequest {
  what: 'makePrimary' | 'remove';
  host: HostRow;
}

interface HostDialogsProps {
  tenantId: string;
  request: HostRequest | null;
  actions: HostActions;
  onClose: () => void;
}

/** Both changes send other people's links elsewhere, so both are said before they happen. */
export function HostDialogs({ tenantId, request, actions, onClose }: HostDialogsProps) {
  const t = useTranslations('tenant');
  const toast = useToast();
  const { sentence } = useFailureText();
  const makePrimary = useAct(actions.makePrimary, { stale: 'tenants', onRefused: () => undefined });
  const remove = useAct(actions.remove, { stale: 'tenants', onRefused: () => undefined });
  if (!request) return null;
  const { host, what } = request;
  const act = what === 'remove' ? remove : makePrimary;
  const close = (): void => {
    act.reset();
    onClose();
  };
  const onSuccess = (): void => {
    toast.done(t(what === 'remove' ? 'hosts.removeDone' : 'hosts.primaryDone', { host: host.host }));
    close();
  };
  return (
    <ConfirmDialog
      kind={what === 'remove' ? 'danger' : 'ordinary'}
      open
      onClose={close}
      title={t(what === 'remove' ? 'hosts.removeTitle' : 'hosts.primaryTitle', { host: host.host })}
      consequence={t(what === 'remove' ? 'hosts.removeText' : 'hosts.primaryText')}
      confirmLabel={t(what === 'remove' ? 'hosts.removeAction' : 'hosts.makePrimary')}
      pending={act.isPending}
      error={act.error instanceof Refused ? sentence(act.error.failure) : undefined}
      onConfirm={() => act.mutate({ tenantId, hostId: host.id }, { onSuccess })}
    />
  );
}
