'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { FormSummary } from '@/components/ui/form-summary';
import { SaveBar } from '@/components/ui/save-bar';
import { differingFields } from '@/lib/features/branding/rules';
import { BrandFields } from './brand-fields';
import { BrandPreview } from './brand-preview';
import { BrandingHeader } from './branding-header';
import { DraftNote } from './draft-note';
import { InheritNote } from './inherit-note';
import { PublishDialog } from './publish-dialog';
import type { BrandTools, StudioActions, StudioFacts } from './studio-types';
import { useStudio, type Studio } from './use-studio';

interface BrandingStudioProps {
  facts: StudioFacts;
  actions: StudioActions;
  tools: BrandTools;
}

/** The brand at the left, what it makes of the tenant's pages at the right. */
export function BrandingStudio({ facts, actions, tools }: BrandingStudioProps) {
  const t = useTranslations('branding');
  const studio = useStudio(facts, actions);
  const [publishing, setPublishing] = useState(false);
  const { form, canManage } = facts;
  const changed = differingFields(form.liveTokens, studio.tokens);
  const canPublish = canManage && (changed.length > 0 || form.live === null);
  return (
    <div className="grid gap-6">
      <BrandingHeader
        live={form.live?.number ?? null}
        action={
          canManage && (
            <Button variant="primary" disabled={!canPublish} onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          )
        }
      />
      {!canManage && <Callout tone="info">{t('readOnly')}</Callout>}
      {form.parent !== null && (
        <InheritNote
          parent={form.parent.name}
          inherits={form.live === null}
          canManage={canManage}
          inherit={studio.inherit}
        />
      )}
      {studio.draft !== null && canManage && (
        <DraftNote
          draft={studio.draft}
          display={facts.display}
          discard={studio.discard}
          preview={studio.preview}
          siteLink={studio.siteLink}
        />
      )}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,23rem)_minmax(0,1fr)]">
        <fieldset disabled={!canManage} className="min-w-0">
          <BrandFields
            studio={studio}
            facts={facts}
            tools={tools}
            upload={actions.upload}
            problems={<Problems studio={studio} />}
          />
        </fieldset>
        <div className="min-w-0 lg:sticky lg:top-[calc(var(--control)+2.5rem)]">
          <BrandPreview tokens={studio.tokens} assets={studio.assets} hosts={facts.hosts} tools={tools} />
        </div>
      </div>
      {canManage && <Bar studio={studio} />}
      <PublishDialog
        open={publishing}
        onClose={() => setPublishing(false)}
        before={form.liveTokens}
        after={studio.tokens}
        assets={studio.assets}
        publish={() => {
          setPublishing(false);
          studio.publishNow();
        }}
      />
    </div>
  );
}

function Problems({ studio }: { studio: Studio }) {
  const t = useTranslations('branding');
  const { field } = useFailureText();
  const fields = Object.entries(studio.failure?.fields ?? {});
  const problems = fields.map(([path, message]) => {
    const name = path.replace(/^tokens\./, '');
    return { fieldId: name, message: `${t(`field.${name}` as 'field.font')}: ${field(message)}` };
  });
  return <FormSummary problems={problems} />;
}

function Bar({ studio }: { studio: Studio }) {
  const t = useTranslations('branding');
  const { sentence } = useFailureText();
  const { failure, save, publish, isDirty, justSaved } = studio;
  const busy = save.isPending || publish.isPending;
  const state = busy ? 'saving' : failure ? 'failed' : isDirty ? 'dirty' : justSaved ? 'saved' : 'clean';
  return (
    <SaveBar
      state={state}
      saveLabel={t('save')}
      onSave={studio.saveDraft}
      onDiscard={studio.reset}
      problem={failure ? sentence(failure) : undefined}
      extra={failure?.code === 'conflict' ? <Button onClick={studio.loadTheirs}>{t('loadTheirs')}</Button> : undefined}
    />
  );
}
