'use client';

import { useTranslations } from 'use-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import type { SettingsDraft } from './settings-types';

export function OrganisationFields({ draft }: { draft: SettingsDraft }) {
  const t = useTranslations('settings');
  const { values, set, errorOf, readOnly } = draft;
  return (
    <Section layout="split" title={t('general.title')} description={t('general.text')}>
      <div className="max-w-md">
        <Field label={t('name')} id="settings-name" error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              disabled={readOnly}
              value={values.name}
              maxLength={60}
              autoComplete="organization"
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      </div>
    </Section>
  );
}
