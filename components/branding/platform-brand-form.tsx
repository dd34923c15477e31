'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { ColorField } from '@/components/ui/color-field';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { BRAND_FONTS, BRAND_RADII, BRAND_THEMES, NEUTRAL_TINTS } from '@/lib/core/branding/schema';
import {
  platformPictureKinds,
  platformPictures,
  type PlatformBrandForm as Facts,
  type PlatformPicture,
  type SavePlatformBrand,
  type UploadPlatformPicture,
} from '@/lib/features/platform-brand/schema';
import { BrandPictureField } from './brand-picture-field';
import { Labelled } from './labelled';

interface PlatformBrandFormProps {
  facts: Facts;
  save: Act<SavePlatformBrand, { version: number }>;
  upload: Act<UploadPlatformPicture, PlatformPicture>;
}

export function PlatformBrandForm({ facts, save, upload }: PlatformBrandFormProps) {
  const t = useTranslations('branding');
  const own = useTranslations('console.platformBrand');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [tokens, setTokens] = useState(facts.tokens);
  const [pictures, setPictures] = useState(facts.pictures);
  const [problem, setProblem] = useState<string>();
  const [fields, setFields] = useState<Record<string, string>>({});
  const act = useAct(save, {
    stale: 'tenants',
    onDone: () => toast.done(own('saved')),
    onRefused: (failure) => {
      setFields(failure.fields ?? {});
      setProblem(failure.fields ? undefined : sentence(failure));
    },
  });
  const change = (changes: Partial<typeof tokens>) => setTokens((current) => ({ ...current, ...changes }));
  return (
    <form
      noValidate
      className="grid max-w-xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        setFields({});
        act.mutate({ key: facts.key, version: facts.version, tokens });
      }}
    >
      {facts.key === 'platform' && (
        <Field label={t('field.displayName')} error={field(fields['tokens.displayName'])}>
          {(control) => (
            <Input
              {...control}
              value={tokens.displayName}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => change({ displayName: event.target.value })}
            />
          )}
        </Field>
      )}
      {facts.key === 'platform' &&
        platformPictureKinds.map((kind) => {
          const name = platformPictures[kind];
          return (
            <BrandPictureField
              key={kind}
              kind={kind}
              picture={pictures.find(({ id }) => id === tokens[name])}
              problem={field(fields[`tokens.${name}`])}
              upload={upload}
              onUploaded={(picture) => {
                setPictures((current) => [...current, picture]);
                change({ [name]: picture.id });
              }}
              onRemove={() => change({ [name]: undefined })}
            />
          );
        })}
      <Field label={t('field.brandColour')} error={field(fields['tokens.brandColour'])}>
        {(control) => (
          <ColorField
            {...control}
            label={t('field.brandColour')}
            value={tokens.brandColour}
            onChange={(brandColour) => change({ brandColour })}
          />
        )}
      </Field>
      <Labelled text={t('field.neutralTint')}>
        <Segmented
          label={t('field.neutralTint')}
          options={NEUTRAL_TINTS.map((value) => ({ value, label: t(`tint.${value}`) }))}
          value={tokens.neutralTint}
          onChange={(neutralTint) => change({ neutralTint })}
        />
      </Labelled>
      <Labelled text={t('field.radius')}>
        <Segmented
          label={t('field.radius')}
          options={BRAND_RADII.map((value) => ({ value, label: t(`radius.${value}`) }))}
          value={tokens.radius}
          onChange={(radius) => change({ radius })}
        />
      </Labelled>
      <Labelled text={t('field.theme')}>
        <Segmented
          label={t('field.theme')}
          options={BRAND_THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={tokens.theme}
          onChange={(theme) => change({ theme })}
        />
      </Labelled>
      <Field label={t('field.font')}>
        {(control) => (
          <Select
            {...control}
            options={BRAND_FONTS.map((value) => ({ value, label: t(`font.${value}`) }))}
            value={tokens.font}
            onChange={(event) => {
              const font = BRAND_FONTS.find((known) => known === event.target.value);
              if (font) change({ font });
            }}
          />
        )}
      </Field>
      {problem !== undefined && (
        <p role="alert" className="text-sm text-negative-text">
          {problem}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {own('save')}
        </Button>
      </div>
    </form>
  );
}
