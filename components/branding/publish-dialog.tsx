'use client';

import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { BrandTokens } from '@/lib/core/branding/schema';
import type { BrandAssetView } from '@/lib/features/branding/schema';
import { BrandDiff } from './brand-diff';

interface PublishDialogProps {
  open: boolean;
  onClose: () => void;
  before: BrandTokens;
  after: BrandTokens;
  assets: readonly BrandAssetView[];
  publish: () => void;
}

/** What visitors will see change, before they do. */
export function PublishDialog({ open, onClose, before, after, assets, publish }: PublishDialogProps) {
  const t = useTranslations('branding');
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
      <section aria-label={t('changes')} className="max-h-72 overflow-y-auto">
        <BrandDiff before={before} after={after} assets={assets} />
      </section>
    </ConfirmDialog>
  );
}
