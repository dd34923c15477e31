'use client';

import { useNoticeWords } from '@/components/site/notice-words';
import { SiteNotice } from '@/components/site/site-notice';

/** The brand around it comes from the layout. Next's digest is the reference that stands in the log. */
export default function SiteError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useNoticeWords();
  if (words === null) return null;
  return (
    <SiteNotice
      title={words.title}
      text={words.text}
      action={
        <>
          <button type="button" className="s-button" onClick={reset}>
            {words.retry}
          </button>
          {error.digest !== undefined && (
            <small className="s-reference">
              {words.reference} {error.digest}
            </small>
          )}
        </>
      }
    />
  );
}
