'use client';

import { useSyncExternalStore } from 'react';
import { edgeWords } from '@/lib/edge/edge-words';
import { outageLanguage, platformLanguage, type Locale } from '@/lib/messages/locales';

/**
 * Where not even the frame of a page could be made, because nobody can ask whose host it is: calm, and without any name. It brings
 * its own style, which it shares with the 404 of the edge (lib/edge/not-found.ts), and the same few words in every language.
 */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const language = useSyncExternalStore(unchanging, readerLanguage, () => platformLanguage);
  const words = edgeWords[language];
  return (
    <html lang={language}>
      <head>
        <title>{words.unavailableTitle}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{words.unavailableTitle}</h1>
          <p>{words.unavailableText}</p>
          <button type="button" onClick={reset}>
            {words.retry}
          </button>
          {error.digest !== undefined && (
            <p className="reference">
              {words.reference} <code>{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

/** Read when this file arrives: the page that is about to fail says its language. */
const failedPage = typeof document === 'undefined' ? '' : document.documentElement.lang;

function readerLanguage(): Locale {
  return outageLanguage(failedPage, navigator.languages);
}

/** Nothing tells of a change: the page is left by trying again. */
function unchanging(): () => void {
  return () => undefined;
}

const STYLE = `
:root { color-scheme: light dark; --surface: #fafafa; --text: #18181b; --muted: #5c5c66; --border: #8a8a94; }
@media (prefers-color-scheme: dark) { :root { --surface: #131316; --text: #f4f4f5; --muted: #a1a1aa; --border: #71717a; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--surface); color: var(--text);
  font: 14px/1.6 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif; -webkit-font-smoothing: antialiased; }
main { width: 100%; max-width: 400px; }
h1 { font-size: 20px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; margin: 0 0 8px; }
p { margin: 0 0 20px; color: var(--muted); text-wrap: pretty; }
button { font: inherit; font-weight: 500; color: inherit; background: transparent; border: 1px solid var(--border); border-radius: 6px; padding: 6px 14px; }
.reference { margin: 20px 0 0; font-size: 12px; overflow-wrap: anywhere; }
`;
