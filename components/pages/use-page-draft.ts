'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { slugFromTitle } from '@/lib/features/pages/rules';
import { pageContentSchema, type EditablePage, type WholeContent } from '@/lib/features/pages/schema';
import type { EditorActions } from './page-types';

const EMPTY: WholeContent = {
  title: '',
  slug: '',
  description: '',
  body: '',
  seoTitle: '',
  seoDescription: '',
  noIndex: false,
  socialAssetId: null,
};

export interface PageDraft {
  draft: WholeContent;
  edit: (changes: Partial<WholeContent>) => void;
  discard: () => void;
  /** Calls back with the page's id once everything is stored; at once when nothing was changed. */
  save: (then: (id: string) => void) => void;
  problems: Record<string, string>;
  problem: string | undefined;
  state: 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';
}

/** What is being written, kept until the server has it. */
export function usePageDraft(page: EditablePage | null, parentId: string | null, actions: EditorActions): PageDraft {
  const t = useTranslations('pages');
  const { sentence } = useFailureText();
  const [stored, setStored] = useState(() => ({ content: contentOf(page), updatedAt: page?.updatedAt ?? '' }));
  const [draft, setDraft] = useState(stored.content);
  const [ownSlug, setOwnSlug] = useState(page !== null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(false);
  const create = useAct(actions.create, { stale: 'pages', onRefused: refuse });
  const change = useAct(actions.change, { stale: 'pages', onRefused: refuse });
  const dirty = (Object.keys(EMPTY) as (keyof WholeContent)[]).some((field) => draft[field] !== stored.content[field]);

  // Publishing, a version brought back or another time change what is stored while nothing is being written here.
  const [seen, setSeen] = useState(page?.updatedAt);
  if (page && page.updatedAt !== seen) {
    setSeen(page.updatedAt);
    if (!dirty) {
      setStored({ content: contentOf(page), updatedAt: page.updatedAt });
      setDraft(contentOf(page));
    }
  }

  function refuse(failure: Failure) {
    setProblems(failure.fields ?? {});
    setProblem(
      failure.code === 'conflict' ? t('editor.conflict') : failure.fields ? t('editor.problem') : sentence(failure),
    );
  }

  function edit(changes: Partial<WholeContent>) {
    if (changes.slug !== undefined) setOwnSlug(true);
    const follows = changes.title !== undefined && !ownSlug ? { slug: slugFromTitle(changes.title) } : {};
    setDraft({ ...draft, ...follows, ...changes });
    const touched = Object.keys({ ...changes, ...follows });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !touched.includes(field))));
    setProblem(undefined);
    setSaved(false);
  }

  function save(then: (id: string) => void) {
    if (page && !dirty) return then(page.id);
    const parsed = pageContentSchema.safeParse(draft);
    if (!parsed.success) {
      setProblems(
        Object.fromEntries(parsed.error.issues.toReversed().map(({ path, message }) => [path.join('.'), message])),
      );
      return setProblem(t('editor.problem'));
    }
    const keep = (updatedAt: string) => {
      const content = { ...draft, ...parsed.data };
      setStored({ content, updatedAt });
      setDraft(content);
      setSaved(true);
    };
    if (!page) return create.mutate({ ...parsed.data, parentId }, { onSuccess: ({ id }) => (keep(''), then(id)) });
    const input = { id: page.id, updatedAt: stored.updatedAt, ...parsed.data };
    change.mutate(input, { onSuccess: ({ updatedAt }) => (keep(updatedAt), then(page.id)) });
  }

  function discard() {
    setDraft(stored.content);
    setProblems({});
    setProblem(undefined);
  }

  const pending = create.isPending || change.isPending;
  const state = pending ? 'saving' : problem !== undefined ? 'failed' : dirty ? 'dirty' : saved ? 'saved' : 'clean';
  return { draft, edit, discard, save, problems, problem, state };
}

function contentOf(page: EditablePage | null): WholeContent {
  if (!page) return EMPTY;
  const { title, slug, description, body, seoTitle, seoDescription, noIndex, socialAssetId } = page;
  return { title, slug, description, body, seoTitle, seoDescription, noIndex, socialAssetId };
}
