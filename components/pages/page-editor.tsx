'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import clsx from 'clsx';
import { useAct } from '@/components/i18n/use-act';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { SaveBar } from '@/components/ui/save-bar';
import { Segmented } from '@/components/ui/segmented';
import { StatusBadge } from '@/components/ui/status-badge';
import { useToast } from '@/components/ui/toast';
import { pagePath } from '@/lib/features/pages/rules';
import type { EditablePage } from '@/lib/features/pages/schema';
import { PageFields } from './page-fields';
import { PagePreview } from './page-preview';
import { PageHistoryPanel } from './page-history-panel';
import { PageRulesPanel } from './page-rules-panel';
import { PageSearchPanel } from './page-search-panel';
import type { EditorActions, PageActions, Surroundings } from './page-types';
import { usePageActions } from './use-page-actions';
import { usePageDraft } from './use-page-draft';
import { usePagePicture } from './use-page-picture';

interface PageEditorProps {
  /** Null for a page that is not stored yet. */
  page: EditablePage | null;
  /** Below which a new page is to hang. */
  parentId: string | null;
  /** Null for a page that is not stored yet. */
  surroundings: Surroundings | null;
  siteOrigin: string | null;
  actions: EditorActions & PageActions;
}

/** Writing at the left, the page as the site shows it at the right; on small screens one of the two. */
export function PageEditor({ page, parentId, surroundings, siteOrigin, actions }: PageEditorProps) {
  const t = useTranslations('pages');
  const router = useRouter();
  const toast = useToast();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const editing = usePageDraft(page, parentId, actions);
  const picture = usePagePicture(page, editing, actions.uploadPicture);
  const changes = usePageActions(actions, () => router.push('/site'));
  const [panel, setPanel] = useState<'rules' | 'history' | 'search' | null>(null);
  const close = () => setPanel(null);
  const link = useAct(actions.previewLink, {
    leaves: true,
    onDone: ({ url }) => window.open(url, '_blank', 'noopener'),
  });
  const discard = useAct(actions.discardDraft, {
    stale: 'pages',
    onDone: () => toast.done(t('discarded', { title: page?.title ?? '' })),
  });
  const published = page?.status === 'published';
  const busy = editing.state === 'saving' || changes.pending;

  function save() {
    editing.save((id) => {
      toast.done(t('saved', { title: editing.draft.title }));
      if (!page) router.replace(`/site/${id}`);
    });
  }

  function publish() {
    editing.save((id) => {
      changes.publish({ id, title: editing.draft.title, status: 'draft' });
      if (!page) router.replace(`/site/${id}`);
    });
  }

  return (
    <div className="grid gap-6">
      <PageHeader
        title={editing.draft.title || t(page ? 'editor.untitled' : 'editor.newTitle')}
        badge={
          page && (
            <>
              <StatusBadge tone={published ? 'positive' : 'neutral'} label={t(`status.${page.status}`)} />
              {page.hasDraft && <StatusBadge tone="warning" label={t('state.changed')} />}
            </>
          )
        }
        action={
          <>
            {page && <Menu trigger="more" label={t('editor.menu')} entries={menuOf(page)} />}
            {page && siteOrigin !== null && (
              <Button variant="secondary" pending={link.isPending} onClick={openPreview}>
                {t('editor.openPreview')}
              </Button>
            )}
            {(!published || page.hasDraft || editing.state !== 'clean') && (
              <Button variant="primary" pending={busy} onClick={publish}>
                {t(published ? 'editor.publishChanges' : 'editor.publish')}
              </Button>
            )}
          </>
        }
      />
      <div className="lg:hidden">
        <Segmented
          label={t('editor.mode')}
          value={mode}
          onChange={setMode}
          options={[
            { value: 'write', label: t('editor.write') },
            { value: 'preview', label: t('editor.preview') },
          ]}
        />
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className={clsx('min-w-0', mode === 'preview' && 'max-lg:hidden')}>
          <PageFields
            draft={editing.draft}
            onEdit={editing.edit}
            problems={editing.problems}
            siteOrigin={siteOrigin}
            linked={page !== null}
          />
        </div>
        <div className={clsx('min-w-0 lg:sticky lg:top-20', mode === 'write' && 'max-lg:hidden')}>
          <PagePreview draft={editing.draft} preview={actions.preview} />
        </div>
      </div>
      <SaveBar
        state={editing.state}
        saveLabel={t(page ? (published ? 'editor.saveLive' : 'editor.save') : 'editor.create')}
        problem={editing.problem}
        onSave={save}
        onDiscard={editing.discard}
      />
      {changes.dialog}
      {panel === 'search' && (
        <PageSearchPanel
          draft={editing.draft}
          picture={picture}
          onEdit={editing.edit}
          problems={editing.problems}
          onClose={close}
        />
      )}
      {panel === 'rules' && page && surroundings && (
        <PageRulesPanel page={page} surroundings={surroundings} changeRules={actions.changeRules} onClose={close} />
      )}
      {panel === 'history' && page && surroundings && (
        <PageHistoryPanel page={page} surroundings={surroundings} restore={actions.restore} onClose={close} />
      )}
    </div>
  );

  /** What the link shows is what is stored, so that is done first. */
  function openPreview() {
    editing.save((id) => link.mutate({ id }));
  }

  function menuOf(current: EditablePage): MenuEntry[] {
    const view: MenuEntry[] =
      published && siteOrigin !== null
        ? [{ kind: 'link', id: 'view', label: t('view'), href: siteOrigin + pagePath(current.path), external: true }]
        : [];
    const offline: MenuEntry[] = published
      ? [{ kind: 'action', id: 'unpublish', label: t('unpublish'), onSelect: () => changes.unpublish(current) }]
      : [];
    const undo: MenuEntry[] = current.hasDraft
      ? [
          {
            kind: 'action',
            id: 'discard',
            label: t('editor.discardDraft'),
            onSelect: () => discard.mutate({ id: current.id }),
          },
        ]
      : [];
    return [
      ...view,
      { kind: 'action', id: 'rules', label: t('editor.rules'), onSelect: () => setPanel('rules') },
      { kind: 'action', id: 'search', label: t('editor.search'), onSelect: () => setPanel('search') },
      { kind: 'action', id: 'history', label: t('editor.history'), onSelect: () => setPanel('history') },
      { kind: 'separator', id: 'line' },
      ...undo,
      ...offline,
      { kind: 'action', id: 'delete', label: t('delete'), danger: true, onSelect: () => changes.remove(current) },
    ];
  }
}
