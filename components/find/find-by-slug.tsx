'use client';

import { useTranslations } from 'use-intl';
import { AffixInput } from '@/components/ui/affix-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { useFindForm, type FindResult } from './use-find-form';

interface FindBySlugProps {
  domain: string;
  find: (input: { slug: string }) => Promise<FindResult<{ location: string }>>;
}

/** To a portal by the short name in its address. */
export function FindBySlug({ domain, find }: FindBySlugProps) {
  const t = useTranslations('find');
  const { value, setValue, pending, fieldError, problems, submit } = useFindForm(
    'slug',
    (slug) => find({ slug }),
    ({ location }) => window.location.assign(location),
  );
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <FormSummary problems={problems} />
      <Field label={t('label')} id="slug" error={fieldError}>
        {(control) => (
          <AffixInput
            {...control}
            suffix={t('suffix', { domain })}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            autoCapitalize="none"
            autoComplete="organization"
            spellCheck={false}
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  );
}
