'use client';

import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Run } from '@/lib/workflows/provisioning/schema';
import type { WizardStep } from './draft';
import type { DraftHandle } from './use-draft';
import { goToStep } from './use-wizard-path';

/** Why there is no tenant, and the way back to the one answer that has to change. */
export function UndoneView({
  run,
  heading,
  handle,
}: {
  run: Run;
  heading: RefObject<HTMLHeadingElement | null>;
  handle: DraftHandle;
}) {
  const t = useTranslations('wizard');
  const taken = run.refusal === 'slug_taken';

  function goBack(step: WizardStep) {
    // The next attempt is another request, not a repetition of this one.
    handle.update((draft) => ({ ...draft, idempotencyKey: crypto.randomUUID() }));
    goToStep(step);
  }

  return (
    <div className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-tight wrap-anywhere outline-none">
        {t('undone.title', { name: run.tenant.name })}
      </h2>
      <Callout
        tone="negative"
        title={t(`refusal.${run.refusal ?? 'internal'}`, { slug: run.tenant.slug })}
        action={
          <>
            {taken && <Button onClick={() => goBack('address')}>{t('undone.changeAddress')}</Button>}
            <Button variant={taken ? 'ghost' : 'secondary'} onClick={() => goBack('review')}>
              {t('undone.toReview')}
            </Button>
          </>
        }
      >
        {t('undone.kept')}
      </Callout>
    </div>
  );
}
