'use client';

import { useState } from 'react';
import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { RelativeTime } from '@/components/ui/relative-time';
import { SaveBar } from '@/components/ui/save-bar';
import { Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { codeFields } from '@/lib/features/site-code/schema';
import { CodeHeader } from './code-header';
import type { CodeActions, CodeFacts } from './code-types';
import { FindingsList } from './findings-list';
import { OriginsEditor } from './origins-editor';
import { useCode } from './use-code';

const TABS = [...codeFields, 'origins'] as const;

/** A site's own code, as text. Nothing of it is ever shown as a page on this origin: the preview is a link to the site's own. */
export function CodeEditor({ facts, actions }: { facts: CodeFacts; actions: CodeActions }) {
  const { form, canManage, display } = facts;
  const t = useTranslations('siteCode');
  const [tab, setTab] = useState<(typeof TABS)[number]>('css');
  const [discarding, setDiscarding] = useState(false);
  const editing = useCode(form, actions);
  const mayEdit = canManage && (form.mayChangeScripts || (tab !== 'js' && tab !== 'origins'));

  return (
    <div className="grid gap-6">
      <CodeHeader
        live={form.live?.number ?? null}
        action={
          canManage && (
            <>
              {editing.hasDraft && (
                <>
                  <Button variant="ghost" onClick={() => setDiscarding(true)} disabled={editing.busy}>
                    {t('discard')}
                  </Button>
                  <Button onClick={editing.preview} disabled={editing.busy || editing.state === 'dirty'}>
                    {t('preview')}
                  </Button>
                </>
              )}
              <Button variant="primary" onClick={editing.askPublish} pending={editing.busy}>
                {t('publish')}
              </Button>
            </>
          )
        }
      />
      {form.draft !== null && (
        <p className="text-sm text-muted">
          {t('draftBy', { name: form.draft.createdByName })} <RelativeTime at={form.draft.updatedAt} {...display} />
        </p>
      )}
      {editing.previewUrl !== null && (
        <Callout
          tone="info"
          title={t('previewReady')}
          action={
            <a href={editing.previewUrl} target="_blank" rel="noopener noreferrer" className={buttonStyle('secondary')}>
              {t('openPreview')}
              <ExternalLink aria-hidden="true" />
            </a>
          }
        >
          {t('previewText')}
        </Callout>
      )}
      <FindingsList findings={editing.findings} />
      <Tabs label={t('parts')} tabs={TABS.map((id) => ({ id, label: t(`part.${id}`) }))} value={tab} onChange={setTab}>
        {!mayEdit && canManage && <p className="pb-3 text-sm text-muted">{t('onlyAdmins')}</p>}
        {tab === 'origins' ? (
          <OriginsEditor
            origins={editing.code.origins}
            onChange={(origins) => editing.edit({ origins })}
            problems={editing.problems}
            readOnly={!mayEdit}
          />
        ) : (
          <Field key={tab} label={t(`part.${tab}`)} help={t(`help.${tab}`)} error={tooLong(tab)}>
            {(control) => (
              <Textarea
                {...control}
                mono
                rows={20}
                wrap="off"
                autoCapitalize="none"
                autoComplete="off"
                className="max-h-[60dvh] min-h-96 overflow-x-auto"
                value={editing.code[tab]}
                readOnly={!mayEdit}
                onChange={(event) => editing.edit({ [tab]: event.target.value })}
              />
            )}
          </Field>
        )}
      </Tabs>
      {canManage && (
        <SaveBar
          state={editing.state}
          saveLabel={t('save')}
          problem={editing.problem}
          onSave={editing.save}
          onDiscard={editing.reset}
        />
      )}
      <ConfirmDialog
        kind="ordinary"
        open={editing.asking}
        onClose={editing.stopAsking}
        title={t('publishTitle')}
        consequence={t(editing.findings.length > 0 ? 'publishWithout' : 'publishText')}
        confirmLabel={t('publish')}
        pending={editing.busy}
        onConfirm={editing.publish}
      >
        {editing.findings.length > 0 && (
          <div className="max-h-64 overflow-y-auto">
            <FindingsList findings={editing.findings} />
          </div>
        )}
      </ConfirmDialog>
      <ConfirmDialog
        kind="danger"
        open={discarding}
        onClose={() => setDiscarding(false)}
        title={t('discardTitle')}
        consequence={t('discardText')}
        confirmLabel={t('discard')}
        pending={editing.busy}
        error={editing.problem}
        onConfirm={editing.discard}
      />
    </div>
  );

  function tooLong(field: string): string | undefined {
    return editing.problems[`code.${field}`] === undefined ? undefined : t('tooLong');
  }
}
