'use client';

import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { AffixInput } from '@/components/ui/affix-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { WholeContent } from '@/lib/features/pages/schema';
import { MarkdownInput } from './markdown-input';

interface PageFieldsProps {
  draft: WholeContent;
  onEdit: (changes: Partial<WholeContent>) => void;
  problems: Record<string, string>;
  siteOrigin: string | null;
  /** A page that was saved before has an address that others may have linked to. */
  linked: boolean;
}

export function PageFields({ draft, onEdit, problems, siteOrigin, linked }: PageFieldsProps) {
  const t = useTranslations('pages');
  const { field } = useFailureText();
  return (
    <div className="grid gap-5">
      <Field label={t('editor.title')} error={field(problems.title)}>
        {(control) => (
          <Input {...control} value={draft.title} onChange={(event) => onEdit({ title: event.target.value })} />
        )}
      </Field>
      <Field
        label={t('editor.slug')}
        error={field(problems.slug)}
        help={t(linked ? 'editor.slugLinkedHelp' : 'editor.slugHelp')}
      >
        {(control) => (
          <AffixInput
            {...control}
            mono
            prefix={`${(siteOrigin ?? '').replace(/^https?:\/\//, '')}/`}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={draft.slug}
            onChange={(event) => onEdit({ slug: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('editor.description')} help={t('editor.descriptionHelp')} error={field(problems.description)}>
        {(control) => (
          <Input
            {...control}
            value={draft.description}
            onChange={(event) => onEdit({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('editor.body')} help={t('editor.bodyHelp')} error={field(problems.body)}>
        {(control) => <MarkdownInput control={control} value={draft.body} onChange={(body) => onEdit({ body })} />}
      </Field>
    </div>
  );
}
