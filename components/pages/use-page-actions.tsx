'use client';

import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import type { PageSummary } from '@/lib/features/pages/schema';
import type { PageActions } from './page-types';

type Target = Pick<PageSummary, 'id' | 'title' | 'status'>;

interface PageChanges {
  publish: (page: Target) => void;
  unpublish: (page: Target) => void;
  /** Asks first. */
  remove: (page: Target) => void;
  move: (page: Target, direction: 'up' | 'down') => void;
  pending: boolean;
  dialog: ReactNode;
}

/** Publishing and its way back, and deleting, which has none and therefore asks. */
export function usePageActions(actions: PageActions, onDeleted?: () => void): PageChanges {
  const t = useTranslations('pages');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [deleting, setDeleting] = useState<Target | null>(null);
  const [problem, setProblem] = useState<string>();
  const [acted, setActed] = useState<Target | null>(null);
  const publish = useAct(actions.publish, { stale: 'pages', onDone: () => tell('published') });
  const unpublish = useAct(actions.unpublish, { stale: 'pages', onDone: () => tell('unpublished') });
  const move = useAct(actions.move, { stale: 'pages' });
  const remove = useAct(actions.remove, {
    stale: 'pages',
    onDone: () => {
      toast.done(t('deleted', { title: deleting?.title ?? '' }));
      setDeleting(null);
      onDeleted?.();
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });

  function tell(what: 'published' | 'unpublished') {
    if (!acted) return;
    const back = what === 'published' ? unpublish : publish;
    toast.done(t(what, { title: acted.title }), { undo: () => back.mutate({ id: acted.id }) });
  }

  return {
    publish: (page) => {
      setActed(page);
      publish.mutate({ id: page.id });
    },
    unpublish: (page) => {
      setActed(page);
      unpublish.mutate({ id: page.id });
    },
    remove: (page) => {
      setProblem(undefined);
      setDeleting(page);
    },
    move: ({ id }, direction) => move.mutate({ id, direction }),
    pending: publish.isPending || unpublish.isPending,
    dialog: (
      <ConfirmDialog
        kind="danger"
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={t('deleteTitle', { title: deleting?.title ?? '' })}
        consequence={t('deleteText', { published: String(deleting?.status === 'published') })}
        confirmLabel={t('delete')}
        pending={remove.isPending}
        error={problem}
        onConfirm={() => deleting && remove.mutate({ id: deleting.id })}
      />
    ),
  };
}
