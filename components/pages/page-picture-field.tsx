'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { PictureField } from '@/components/ui/picture-field';
import type { PagePicture } from './use-page-picture';

interface PagePictureFieldProps {
  picture: PagePicture;
  error: string | undefined;
}

/** What other places show beside a link to the page, in the shape in which they show it. */
export function PagePictureField({ picture: { url, state, problem, send, remove }, error }: PagePictureFieldProps) {
  const t = useTranslations('pages');
  return (
    <PictureField
      id={useId()}
      title={t('search.picture')}
      label={t(url === null ? 'search.pictureChoose' : 'search.pictureReplace')}
      hint={t('search.pictureHint')}
      help={t('search.pictureHelp')}
      onFile={send}
      isSending={state === 'sending'}
      problem={problem ?? error}
      status={state === 'sending' ? t('search.pictureSending') : state === 'sent' ? t('search.pictureSent') : ''}
      large={
        url !== null && (
          <img
            src={url}
            alt={t('search.pictureShown')}
            width={1200}
            height={630}
            className="h-auto w-full rounded-lg border border-border bg-sunken"
          />
        )
      }
      remove={
        url === null
          ? undefined
          : { text: t('search.pictureRemove'), label: t('search.pictureRemoveLabel'), onRemove: remove }
      }
    />
  );
}
