'use client';

import { useState } from 'react';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import type { EditablePage, UploadedPicture, UploadPicture } from '@/lib/features/pages/schema';
import type { PageDraft } from './use-page-draft';

/** The picture for shared links as it is being edited. */
export interface PagePicture {
  /** Null: the one that is drawn from the brand. */
  url: string | null;
  state: 'idle' | 'sending' | 'sent';
  problem: string | undefined;
  send: (file: File) => void;
  remove: () => void;
}

/** A picture is uploaded at once and is part of the draft from then on, like every other field of the page. */
export function usePagePicture(
  page: EditablePage | null,
  { draft, edit }: PageDraft,
  upload: Act<UploadPicture, UploadedPicture>,
): PagePicture {
  const { sentence } = useFailureText();
  const [sent, setSent] = useState<readonly UploadedPicture[]>([]);
  const [problem, setProblem] = useState<string>();
  const sending = useAct(upload, {
    leaves: true,
    onDone: (picture) => {
      setSent((before) => [...before, picture]);
      edit({ socialAssetId: picture.id });
    },
    onRefused: (failure) => setProblem(sentence(failure)),
  });
  const id = draft.socialAssetId;
  const stored = id !== null && id === page?.socialAssetId ? page.socialImageUrl : null;
  return {
    url: sent.find((picture) => picture.id === id)?.url ?? stored,
    state: sending.isPending ? 'sending' : sending.isSuccess ? 'sent' : 'idle',
    problem,
    send: (file) => {
      setProblem(undefined);
      sending.mutate({ file });
    },
    remove: () => {
      setProblem(undefined);
      sending.reset();
      edit({ socialAssetId: null });
    },
  };
}
