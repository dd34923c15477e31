'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import type { StudioFacts } from './studio-types';
import type { Studio } from './use-studio';

interface DraftNoteProps {
  draft: { updatedAt: string; createdByName: string };
  display: StudioFacts['display'];
  discard: Studio['discard'];
  preview: Studio['preview'];
  siteLink: Studio['siteLink'];
}

/** Says that the form shows something that visitors don't see. */
export function DraftNote({ draft, display, discard, preview, siteLink }: DraftNoteProps) {
  const t = useTranslations('branding');
  const [asking, setAsking] = useState(false);
  return (
    <Callout
      tone="info"
      action={
        <>
          <Button onClick={() => preview.mutate()} pending={preview.isPending}>
            {t('previewHere')}
          </Button>
          <Button onClick={() => siteLink.mutate()} pending={siteLink.isPending}>
            {t('previewOnSite')}
          </Button>
          <Button onClick={() => setAsking(true)} pending={discard.isPending}>
            {t('discardDraft')}
          </Button>
        </>
      }
    >
      {t.rich('draftNote', {
        name: draft.createdByName,
        when: () => <RelativeTime key={draft.updatedAt} at={draft.updatedAt} {...display} />,
      })}
      <ConfirmDialog
        kind="danger"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('discardTitle')}
        consequence={t('discardText')}
        confirmLabel={t('discardDraft')}
        pending={discard.isPending}
        onConfirm={() => {
          setAsking(false);
          discard.mutate();
        }}
      />
    </Callout>
  );
}
