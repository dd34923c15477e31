'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { PictureField } from '@/components/ui/picture-field';
import { fieldId } from './step-props';
import type { ReadLogo, WizardServices } from './wizard-types';

interface LogoFieldProps {
  logo: string | null;
  problem: string | undefined;
  readLogo: WizardServices['readLogo'];
  onRead: (logo: ReadLogo) => void;
  onRemove: () => void;
}

/** The file goes to the server once, to be written anew and looked at; what comes back is kept in the draft. */
export function LogoField({ logo, problem, readLogo, onRead, onRemove }: LogoFieldProps) {
  const t = useTranslations('wizard');
  const { sentence } = useFailureText();
  const [refused, setRefused] = useState<string>();
  const [found, setFound] = useState<number>();
  const read = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('file', file);
      return readLogo(form);
    },
    onMutate: () => setRefused(undefined),
    onSuccess: (result) => {
      if (!result.ok) return setRefused(sentence(result.error));
      setFound(result.data.colours.length);
      onRead(result.data);
    },
    onError: () => setRefused(sentence({ code: 'unavailable' })),
  });
  return (
    <PictureField
      id={fieldId('logo')}
      title={t('branding.logo')}
      aside={t('optional')}
      label={logo ? t('branding.changeLogo') : t('branding.chooseLogo')}
      hint={t('branding.logoHint')}
      onFile={(file) => read.mutate(file)}
      isSending={read.isPending}
      problem={refused ?? problem}
      status={
        read.isPending
          ? t('branding.readingLogo')
          : found !== undefined && logo
            ? t('branding.logoRead', { count: found })
            : ''
      }
      thumbnail={
        logo && <img src={logo} alt="" className="max-h-14 max-w-36 rounded-sm bg-white object-contain p-1.5" />
      }
      remove={logo === null ? undefined : { text: t('branding.removeLogo'), onRemove }}
    />
  );
}
