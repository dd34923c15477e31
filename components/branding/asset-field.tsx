'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { Spinner } from '@/components/ui/spinner';
import { assetFields } from '@/lib/features/branding/rules';
import type { AssetKind } from '@/lib/features/branding/schema';
import type { StudioActions } from './studio-types';
import type { Studio } from './use-studio';

interface AssetFieldProps {
  kind: AssetKind;
  studio: Studio;
  upload: StudioActions['upload'];
}

const ACCEPT = 'image/png,image/svg+xml,image/jpeg,image/webp,image/gif,image/avif';

const hints = {
  logo_light: 'asset.logoHint',
  logo_dark: 'asset.logoHint',
  favicon: 'asset.faviconHint',
  sign_in: 'asset.pictureHint',
} as const;

/** A picture of the brand. It is uploaded at once and shows to visitors when the brand that names it is published. */
export function AssetField({ kind, studio, upload }: AssetFieldProps) {
  const t = useTranslations('branding');
  const { sentence, field } = useFailureText();
  const [refused, setRefused] = useState<string>();
  const name = assetFields[kind];
  const what = t(`field.${name}`);
  const asset = studio.assets.find(({ id }) => id === studio.tokens[name]);
  const sending = useMutation({
    mutationFn: (file: File) => upload({ kind, file }),
    onMutate: () => setRefused(undefined),
    onSuccess: (result) => {
      if (!result.ok) return setRefused(sentence(result.error));
      studio.addAsset(result.data);
      studio.change({ [name]: result.data.id });
    },
    onError: () => setRefused(sentence({ code: 'unavailable' })),
  });
  const error = refused ?? field(studio.fieldError(name));
  return (
    <div role="group" aria-labelledby={`${name}-label`} className="grid gap-1.5">
      <span id={`${name}-label`} className="flex items-baseline justify-between gap-3 font-medium">
        {what}
        {asset && (
          <Button
            variant="ghost"
            aria-label={t('asset.removeWhat', { what })}
            className="h-6! px-1.5! text-sm"
            onClick={() => studio.change({ [name]: undefined })}
          >
            {t('asset.remove')}
          </Button>
        )}
      </span>
      <FileDrop
        id={name}
        label={asset ? t('asset.replace') : t(`asset.${kind}`)}
        hint={asset ? t('asset.size', { width: asset.width, height: asset.height }) : t(hints[kind])}
        accept={ACCEPT}
        disabled={sending.isPending}
        onFile={(file) => sending.mutate(file)}
        preview={sending.isPending ? <Spinner /> : asset && <Picture url={asset.url} dark={kind === 'logo_dark'} />}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
      />
      {error !== undefined && (
        <p id={`${name}-error`} role="alert" className="text-sm wrap-anywhere text-negative-text">
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
