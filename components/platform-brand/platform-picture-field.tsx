'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { Spinner } from '@/components/ui/spinner';
import {
  platformPictures,
  type PlatformPicture,
  type PlatformPictureKind,
  type UploadPlatformPicture,
} from '@/lib/features/platform-brand/schema';

export type UploadPicture = Act<UploadPlatformPicture, PlatformPicture>;

interface PlatformPictureFieldProps {
  kind: PlatformPictureKind;
  picture: PlatformPicture | undefined;
  problem: string | undefined;
  upload: UploadPicture;
  onUploaded: (picture: PlatformPicture) => void;
  onRemove: () => void;
}

const hints = { logo_light: 'asset.logoHint', logo_dark: 'asset.logoHint', favicon: 'asset.faviconHint' } as const;

/** It is uploaded at once, and shows when the branding that names it is saved. */
export function PlatformPictureField({
  kind,
  picture,
  problem,
  upload,
  onUploaded,
  onRemove,
}: PlatformPictureFieldProps) {
  const t = useTranslations('branding');
  const { sentence } = useFailureText();
  const [refused, setRefused] = useState<string>();
  const id = platformPictures[kind];
  const what = t(`field.${id}`);
  const sending = useMutation({
    mutationFn: (file: File) => upload({ kind, file }),
    onMutate: () => setRefused(undefined),
    onSuccess: (result) => (result.ok ? onUploaded(result.data) : setRefused(sentence(result.error))),
    onError: () => setRefused(sentence({ code: 'unavailable' })),
  });
  const error = refused ?? problem;
  return (
    <div role="group" aria-labelledby={`${id}-label`} className="grid gap-1.5">
      <span id={`${id}-label`} className="flex items-baseline justify-between gap-3 font-medium">
        {what}
        {picture && (
          <Button
            variant="ghost"
            aria-label={t('asset.removeWhat', { what })}
            className="h-6! px-1.5! text-sm"
            onClick={onRemove}
          >
            {t('asset.remove')}
          </Button>
        )}
      </span>
      <FileDrop
        id={id}
        label={picture ? t('asset.replace') : t(`asset.${kind}`)}
        hint={picture ? t('asset.size', { width: picture.width, height: picture.height }) : t(hints[kind])}
        accept="image/png,image/svg+xml,image/jpeg,image/webp,image/gif,image/avif"
        disabled={sending.isPending}
        onFile={(file) => sending.mutate(file)}
        preview={sending.isPending ? <Spinner /> : picture && <Picture url={picture.url} dark={kind === 'logo_dark'} />}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm wrap-anywhere text-negative-text">
          {error}
        </p>
      )}
      <p role="status" className="sr-only">
        {sending.isPending ? t('asset.uploading') : sending.data?.ok ? t('asset.uploaded', { what }) : ''}
      </p>
    </div>
  );
}

/** On the ground it is made for. */
function Picture({ url, dark }: { url: string; dark: boolean }) {
  return (
    <span
      data-theme={dark ? 'dark' : 'light'}
      className="flex h-14 w-28 shrink-0 rounded-md border border-border bg-[#fff] p-2 data-[theme=dark]:bg-[#101114]"
    >
      <img src={url} alt="" className="size-full min-h-0 min-w-0 object-contain" />
    </span>
  );
}
