'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { hasContent } from './draft';
import type { DraftHandle } from './use-draft';
import { goToStep } from './use-wizard-path';

/** Says that nothing is lost, and lets somebody throw it away. */
export function DraftBar({ handle }: { handle: DraftHandle }) {
  const t = useTranslations('wizard');
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  if (!hasContent(handle.draft)) return null;

  function discard() {
    setAsking(false);
    handle.clear();
    goToStep('organisation');
    toast.done(t('discarded'));
  }

  return (
    <div className="hidden gap-1 border-t border-border pt-3 text-sm text-subtle md:grid md:justify-items-start">
      <p className="px-1.5">{t('draftKept')}</p>
      <Button variant="ghost" className="-ms-1.5" onClick={() => setAsking(true)}>
        {t('discard')}
      </Button>
      <ConfirmDialog
        kind="danger"
        open={asking}
        onClose={() => setAsking(false)}
        title={t('discardTitle')}
        consequence={t('discardText')}
        confirmLabel={t('discard')}
        onConfirm={discard}
      />
    </div>
  );
}
