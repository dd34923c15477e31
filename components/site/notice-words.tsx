'use client';

import { createContext, use, type ReactNode } from 'react';

/** Words of the notice that a page can't be shown: drawn in the browser, which has no others of a site. */
export interface NoticeWords {
  title: string;
  text: string;
  retry: string;
  reference: string;
}

const WordsContext = createContext<NoticeWords | null>(null);

export function NoticeWordsProvider({ words, children }: { words: NoticeWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useNoticeWords(): NoticeWords | null {
  return use(WordsContext);
}
