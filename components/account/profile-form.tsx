'use client';

import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { applyTheme } from '@/components/ui/apply-theme';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SaveBar } from '@/components/ui/save-bar';
import { Segmented } from '@/components/ui/segmented';
import { regionLabel, regionOptions, timeZoneOptions, zoneLabel } from '@/lib/core/settings/rules';
import { regionFormats } from '@/lib/core/settings/schema';
import { themes, type Profile } from '@/lib/features/account/schema';

interface ProfileFormProps {
  initial: Profile;
  email: string;
  /** What holds where the member made no choice. */
  tenant: { name: string; timeZone: string; locale: string };
  save: Act<Profile, null>;
  now: string;
}

const SAME = 'tenant';

export function ProfileForm({ initial, email, tenant, save, now }: ProfileFormProps) {
  const t = useTranslations('account');
  const language = useLocale();
  const ui = useTranslations('ui');
  const { sentence, field } = useFailureText();
  const [stored, setStored] = useState(initial);
  const [values, setValues] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = useAct(save, {
    onDone: (_data, profile) => {
      setStored(profile);
      setFailure(null);
      if (profile.theme !== stored.theme) applyTheme(profile.theme);
    },
    onRefused: setFailure,
  });
  const set = (change: Partial<Profile>) => setValues((before) => ({ ...before, ...change }));
  const zones = useMemo(
    () => [
      { value: SAME, label: t('profile.sameAsTenant', { tenant: tenant.name, value: zoneLabel(tenant.timeZone) }) },
      ...timeZoneOptions(new Date(now), initial.timeZone),
    ],
    [t, tenant.name, tenant.timeZone, now, initial.timeZone],
  );
  const regions = useMemo(
    () => [
      {
        value: SAME,
        label: t('profile.sameAsTenant', { tenant: tenant.name, value: regionLabel(tenant.locale, language) }),
      },
      ...regionOptions(language),
    ],
    [t, language, tenant.name, tenant.locale],
  );
  const dirty = JSON.stringify(values) !== JSON.stringify(stored);
  const errorOf = (name: keyof Profile) => field(failure?.fields?.[name]);
  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !act.isPending) act.mutate(values);
      }}
    >
      <div className="grid max-w-md gap-5">
        <Field label={t('profile.name')} error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              value={values.name}
              maxLength={100}
              autoComplete="name"
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('profile.email')} help={t('profile.emailHelp')}>
          {(control) => <Input {...control} type="email" value={email} readOnly disabled />}
        </Field>
        <Field label={t('profile.timeZone')} help={t('profile.timeZoneHelp')} error={errorOf('timeZone')}>
          {(control) => (
            <Combobox
              {...control}
              options={zones}
              value={values.timeZone ?? SAME}
              onChange={(zone) => zone && set({ timeZone: zone === SAME ? null : zone })}
            />
          )}
        </Field>
        <Field label={t('profile.locale')} help={t('profile.localeHelp')} error={errorOf('locale')}>
          {(control) => (
            <Combobox
              {...control}
              options={regions}
              value={values.locale ?? SAME}
              onChange={(locale) => locale && set({ locale: regionFormats.find((each) => each === locale) ?? null })}
            />
          )}
        </Field>
        <div className="grid justify-items-start gap-1.5">
          <span aria-hidden="true" className="font-medium">
            {t('profile.theme')}
          </span>
          <Segmented
            label={t('profile.theme')}
            options={themes.map((value) => ({ value, label: ui(`theme.${value}`) }))}
            value={values.theme}
            onChange={(theme) => set({ theme })}
          />
        </div>
      </div>
      <SaveBar
        state={act.isPending ? 'saving' : failure ? 'failed' : dirty ? 'dirty' : act.isSuccess ? 'saved' : 'clean'}
        saveLabel={t('profile.save')}
        problem={failure ? sentence(failure) : undefined}
        onDiscard={() => {
          setValues(stored);
          setFailure(null);
        }}
      />
    </form>
  );
}
