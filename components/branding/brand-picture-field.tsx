'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { PictureField } from '@/components/ui/picture-field';
import { assetFields } from '@/lib/features/branding/rules';
import type { AssetKind } from '@/lib/features/branding/schema';

interface Shown {
  url: string;
  width: number;
  height: number;
}

interface BrandPictureFieldProps<Kind extends AssetKind, Picture extends Shown> {
  kind: Kind;
  picture: Shown | undefined;
  problem: string | undefined;
  upload: Act<{ kind: Kind; file: File }, Picture>;
  onUploaded: (picture: Picture) => void;
  onRemove: () => void;
}

const hints = {
  logo_light: 'asset.logoHint',
  logo_dark: 'asset.logoHint',
  favicon: 'asset.faviconHint',
  sign_in: 'asset.pictureHint',
} as const;

/** A picture of a brand. It is uploaded at once and shows to visitors when the brand that names it is published. */
export function BrandPictureField<Kind extends AssetKind, Picture extends Shown>({
  kind,
  picture,
  problem,
  upload,
  onUploaded,
  onRemove,
}: BrandPictureFieldProps<Kind, Picture>) {
  const t = useTranslations('branding');
  const { sentence } = useFailureText();
  const [refused, setRefused] = useState<string>();
  // As one of all of them: what a message takes can't depend on a kind that is not known yet.
  const asset: AssetKind = kind;
  const what = t(`field.${assetFields[asset]}`);
  const sending = useMutation({
    mutationFn: (file: File) => upload({ kind, file }),
    onMutate: () => setRefused(undefined),
    onSuccess: (result) => (result.ok ? onUploaded(result.data) : setRefused(sentence(result.error))),
    onError: () => setRefused(sentence({ code: 'unavailable' })),
  });
  return (
    <PictureField
      id={assetFields[asset]}
      title={what}
      label={picture ? t('asset.replace') : t(`asset.${asset}`)}
      hint={picture ? t('asset.size', { width: picture.width, height: picture.height }) : t(hints[asset])}
      onFile={(file) => sending.mutate(file)}
      isSending={sending.isPending}
      problem={refused ?? problem}
      status={sending.isPending ? t('asset.uploading') : sending.data?.ok ? t('asset.uploaded', { what }) : ''}
      thumbnail={picture && <Thumbnail url={picture.url} dark={kind === 'logo_dark'} />}
      remove={picture && { text: t('asset.remove'), label: t('asset.removeWhat', { what }), onRemove }}
    />
  );
}

/** On the ground it is made for. */
function Thumbnail({ url, dark }: { url: string; dark: boolean }) {
  return (
    <span
      data-theme={dark ? 'dark' : 'light'}
      className="flex h-14 w-28 shrink-0 rounded-md border border-border bg-[#fff] p-2 data-[theme=dark]:bg-[#101114]"
    >
      <img src={url} alt="" className="size-full min-h-0 min-w-0 object-contain" />
    </span>
  );
}
