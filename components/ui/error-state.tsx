'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { CopyField } from './copy-field';
import { PageState } from './page-state';

interface ErrorStateProps {
  /** What happened and what was kept; a sentence of ours when left out. */
  title?: string;
  text?: string;
  /** Lets support find the request in the log. */
  referenceId?: string;
  onRetry?: () => void;
}

export function ErrorState({ title, text, referenceId, onRetry }: ErrorStateProps) {
  const t = useTranslations('ui');
  return (
    <div role="alert">
      <PageState
        icon={<CircleAlert />}
        title={title ?? t('error.title')}
        text={text ?? t('error.text')}
        action={onRetry && <Button onClick={onRetry}>{t('error.retry')}</Button>}
        detail={
          referenceId !== undefined && (
            <div className="grid w-full max-w-sm gap-1 text-start">
              <span className="text-sm text-muted">{t('error.reference')}</span>
              <CopyField value={referenceId} label={t('error.reference')} />
            </div>
          )
        }
      />
    </div>
  );
}
