'use client';

import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SidePanel } from '@/components/ui/side-panel';
import { Textarea } from '@/components/ui/textarea';
import type { WholeContent } from '@/lib/features/pages/schema';
import { PagePictureField } from './page-picture-field';
import type { PagePicture } from './use-page-picture';

interface PageSearchPanelProps {
  draft: WholeContent;
  picture: PagePicture;
  onEdit: (changes: Partial<WholeContent>) => void;
  problems: Record<string, string>;
  onClose: () => void;
}

/** What search engines and shared links say of a page; part of its draft. */
export function PageSearchPanel({ draft, picture, onEdit, problems, onClose }: PageSearchPanelProps) {
  const t = useTranslations('pages');
  const { field } = useFailureText();
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('search.title')}
      description={t('search.description')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('search.done')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <Field label={t('search.seoTitle')} help={t('search.same')} error={field(problems.seoTitle)}>
          {(control) => (
            <Input
              {...control}
              placeholder={draft.title}
              value={draft.seoTitle}
              onChange={(event) => onEdit({ seoTitle: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('search.seoDescription')} help={t('search.same')} error={field(problems.seoDescription)}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              placeholder={draft.description}
              value={draft.seoDescription}
              onChange={(event) => onEdit({ seoDescription: event.target.value })}
            />
          )}
        </Field>
        <PagePictureField picture={picture} error={field(problems.socialAssetId)} />
        <Checkbox
          label={t('search.noIndex')}
          checked={draft.noIndex}
          onChange={(event) => onEdit({ noIndex: event.target.checked })}
        />
      </div>
    </SidePanel>
  );
}
