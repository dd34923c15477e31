'use client';

import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Refused } from '@/components/i18n/use-act';
import { Prose } from '@/components/ui/prose';
import type { PageContent } from '@/lib/features/pages/schema';
import type { EditorActions } from './page-types';

/** What the site would show, made by the server with the very function that the site uses. */
export function PagePreview({ draft, preview }: { draft: PageContent; preview: EditorActions['preview'] }) {
  const t = useTranslations('pages');
  const body = useRested(draft.body, 300);
  const { data, error } = useQuery({
    queryKey: ['page-preview', body],
    queryFn: async () => {
      const result = await preview({ body });
      if (!result.ok) throw new Refused(result.error);
      return result.data.html;
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    enabled: body.trim() !== '',
  });
  const empty = draft.title === '' && body.trim() === '';
  return (
    <article aria-label={t('editor.preview')} className="min-h-48 rounded-lg border border-border bg-raised p-6 md:p-8">
      {empty && <p className="text-muted">{t('editor.nothing')}</p>}
      {draft.title !== '' && <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{draft.title}</h2>}
      {draft.description !== '' && (
        <p className="mt-2 max-w-[68ch] text-md wrap-anywhere text-muted">{draft.description}</p>
      )}
      {error && <p className="mt-6 text-negative-text">{t('editor.previewFailed')}</p>}
      {body.trim() !== '' && data !== undefined && <Prose html={data} className="mt-6" />}
    </article>
  );
}

/** The value once it has been left alone for a while. */
function useRested(value: string, waitMs: number): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return rested;
}
