'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { Spinner } from '@/components/ui/spinner';
import type { PagePicture } from './use-page-picture';

interface PagePictureFieldProps {
  picture: PagePicture;
  error: string | undefined;
}

const ACCEPT = 'image/png,image/svg+xml,image/jpeg,image/webp,image/gif,image/avif';

/** What other places show beside a link to the page, in the shape in which they show it. */
export function PagePictureField({ picture: { url, state, problem, send, remove }, error }: PagePictureFieldProps) {
  const t = useTranslations('pages');
  const id = useId();
  const refused = problem ?? error;
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <span id={`${id}-label`} className="flex items-baseline justify-between gap-3 font-medium">
        {t('search.picture')}
        {url !== null && (
          <Button
            variant="ghost"
            aria-label={t('search.pictureRemoveLabel')}
            className="h-6! px-1.5! text-sm"
            onClick={remove}
          >
            {t('search.pictureRemove')}
          </Button>
        )}
      </span>
      {url !== null && (
        <img
          src={url}
          alt={t('search.pictureShown')}
          width={1200}
          height={630}
          className="h-auto w-full rounded-lg border border-border bg-sunken"
        />
      )}
      <FileDrop
        id={id}
        label={t(url === null ? 'search.pictureChoose' : 'search.pictureReplace')}
        hint={t('search.pictureHint')}
        accept={ACCEPT}
        disabled={state === 'sending'}
        onFile={send}
        preview={state === 'sending' ? <Spinner /> : undefined}
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? `${id}-help` : `${id}-error`}
      />
      {refused !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm wrap-anywhere text-negative-text">
          {refused}
        </p>
      )}
      <p id={`${id}-help`} className="text-sm text-muted">
        {t('search.pictureHelp')}
      </p>
      <p role="status" className="sr-only">
        {state === 'sending' ? t('search.pictureSending') : state === 'sent' ? t('search.pictureSent') : ''}
      </p>
    </div>
  );
}
