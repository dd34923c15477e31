'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { Spinner } from '@/components/ui/spinner';
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
  const error = refused ?? problem;
  const errorId = `${fieldId('logo')}-error`;
  return (
    <div className="grid gap-1.5" role="group" aria-labelledby={`${fieldId('logo')}-label`}>
      <div className="flex items-baseline justify-between gap-3">
        <span id={`${fieldId('logo')}-label`} className="font-medium">
          {t('branding.logo')}
        </span>
        <span className="text-sm text-muted">{t('optional')}</span>
      </div>
      <FileDrop
        id={fieldId('logo')}
        label={logo ? t('branding.changeLogo') : t('branding.chooseLogo')}
        hint={t('branding.logoHint')}
        accept="image/png,image/svg+xml,image/jpeg,image/webp,image/gif,image/avif"
        disabled={read.isPending}
        preview={
          read.isPending ? (
            <Spinner />
          ) : logo ? (
            <img src={logo} alt="" className="max-h-14 max-w-36 rounded-sm bg-white object-contain p-1.5" />
          ) : undefined
        }
        onFile={(file) => read.mutate(file)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
      />
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-sm text-negative-text">
          {error}
        </p>
      )}
      {logo && (
        <div>
          <Button variant="ghost" onClick={onRemove}>
            {t('branding.removeLogo')}
          </Button>
        </div>
      )}
      <p role="status" className="sr-only">
        {read.isPending
          ? t('branding.readingLogo')
          : found !== undefined && logo
            ? t('branding.logoRead', { count: found })
            : ''}
      </p>
    </div>
  );
}
