'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { AffixInput } from '@/components/ui/affix-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { KeyValueList } from '@/components/ui/key-value';
import { addressOf, suffixOf } from './addresses';
import { SlugStatus } from './slug-status';
import { fieldId, type StepProps } from './step-props';
import { useProblemWords } from './use-problem-words';
import { useSlugCheck } from './use-slug-check';

export function AddressStep({ draft, change, problems, facts }: StepProps) {
  const t = useTranslations('wizard');
  const words = useProblemWords();
  const slug = draft.address.slug ?? '';
  const state = useSlugCheck(slug, draft.organisation.name);
  const suggestions = state.kind === 'known' ? state.answer.suggestions : [];
  const proposal = draft.address.slug === null ? suggestions[0] : undefined;
  useEffect(() => {
    // The organisation's name has become a free short name: fill it in once, for the person to change; not under their hands.
    if (proposal !== undefined && document.activeElement?.id !== fieldId('slug')) change('address', { slug: proposal });
  }, [proposal, change]);

  return (
    <>
      <Field id={fieldId('slug')} label={t('address.slug')} help={t('address.slugHelp')} error={words(problems.slug)}>
        {(control) => (
          <AffixInput
            {...control}
            mono
            value={slug}
            suffix={suffixOf(facts.portalPattern)}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onBlur={() => proposal !== undefined && change('address', { slug: proposal })}
            onChange={(event) => change('address', { slug: event.target.value.toLowerCase().replaceAll(/\s+/g, '-') })}
          />
        )}
      </Field>
      <div className="grid min-h-6 gap-3">
        <SlugStatus slug={slug} state={state} />
        {slug !== '' && suggestions.length > 0 && (
          <div className="flex flex-wrap items-center gap-2">
            <span className="text-sm text-muted">{t('address.suggestions')}</span>
            {suggestions.map((suggestion) => (
              <Button
                key={suggestion}
                aria-label={t('address.useSuggestion', { slug: suggestion })}
                onClick={() => change('address', { slug: suggestion })}
              >
                <span className="font-mono text-sm">{suggestion}</span>
              </Button>
            ))}
          </div>
        )}
      </div>
      <KeyValueList
        items={[
          { label: t('address.portal'), value: <Address text={addressOf(facts.portalPattern, slug)} /> },
          { label: t('address.site'), value: <Address text={addressOf(facts.sitePattern, slug)} /> },
        ]}
      />
    </>
  );
}

function Address({ text }: { text: string }) {
  return <span className="font-mono text-sm wrap-anywhere">{text}</span>;
}
