'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { differingFields } from '@/lib/features/branding/rules';
import { TokenValue } from './token-value';

interface PublishDialogProps {
  open: boolean;
  onClose: () => void;
  before: BrandTokens;
  after: BrandTokens;
  publish: () => void;
}

/** What visitors will see change, before they do. */
export function PublishDialog({ open, onClose, before, after, publish }: PublishDialogProps) {
  const t = useTranslations('branding');
  const changed = differingFields(before, after);
  return (
    <ConfirmDialog
      kind="ordinary"
      open={open}
      onClose={onClose}
      title={t('publishTitle')}
      consequence={t('publishText')}
      confirmLabel={t('publish')}
      onConfirm={publish}
    >
      {changed.length === 0 ? (
        <p className="text-muted">{t('noChanges')}</p>
      ) : (
        <section aria-label={t('changes')} className="max-h-72 overflow-y-auto rounded-lg border border-border">
          <dl className="divide-y divide-border">
            {changed.map((field) => (
              <div key={field} className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
                <dt className="text-muted">{t(`field.${field}`)}</dt>
                <dd className="flex min-w-0 flex-wrap items-center gap-x-2">
                  <TokenValue field={field} tokens={before} />
                  <span aria-hidden="true" className="text-subtle">
                    →
                  </span>
                  <TokenValue field={field} tokens={after} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </ConfirmDialog>
  );
}
