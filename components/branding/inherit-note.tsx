'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Studio } from './use-studio';

interface InheritNoteProps {
  parent: string;
  /** No own brand is live, so the parent's shows. */
  inherits: boolean;
  canManage: boolean;
  inherit: Studio['inherit'];
}

/** Whose brand shows, and the way back to the parent's. */
export function InheritNote({ parent, inherits, canManage, inherit }: InheritNoteProps) {
  const t = useTranslations('branding.inherit');
  const [asking, setAsking] = useState(false);
  if (inherits) return <Callout tone="info">{t('shows', { name: parent })}</Callout>;
  if (!canManage) return null;
  return (
    <Callout
      tone="info"
      action={
        <Button onClick={() => setAsking(true)} pending={inherit.isPending}>
          {t('use', { name: parent })}
        </Button>
      }
    >
      {t('could', { name: parent })}
      <ConfirmDialog
        kind="ordinary"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('title', { name: parent })}
        consequence={t('text')}
        confirmLabel={t('confirm')}
        pending={inherit.isPending}
        onConfirm={() => {
          setAsking(false);
          inherit.mutate();
        }}
      />
    </Callout>
  );
}
