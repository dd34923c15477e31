import { acceptedLanguage, LANGUAGE_COOKIE, locales, pickedLanguage } from '@/lib/messages/locales';
import { platformLanguage, type Locale } from '@/lib/messages/locales';
import { edgeWords } from './edge-words';

/** An answer of the edge's own. What it is written in hangs on nothing but the reader, so `Vary` names both places that say it. */
export interface NeutralAnswer {
  body: string;
  headers: Record<string, string>;
}

/**
 * The answer for every host and path that is nobody's. It is one constant text in each language: it can't name a tenant, the product
 * or the path, so a real but unserved name and an invented one read the same. Programs get the same bytes in every language.
 */
export function neutralNotFound(answer: 'page' | 'problem', language: Locale): NeutralAnswer {
  return answer === 'problem'
    ? { body: PROBLEM, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } }
    : { body: PAGES[language].notFound, headers: PAGE_HEADERS };
}

/** While nothing can be said of a host: a calm word and no name. */
export function neutralUnavailable(language: Locale): NeutralAnswer {
  return { body: PAGES[language].unavailable, headers: { ...PAGE_HEADERS, 'retry-after': '5' } };
}

/** What was picked on this device for this host, else what the browser asks for: the rule of every page of nobody's. */
export function edgeLanguage(cookie: (name: string) => string | undefined, accepted: string | null): Locale {
  return pickedLanguage(cookie(LANGUAGE_COOKIE)) ?? acceptedLanguage(accepted ?? '') ?? platformLanguage;
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  vary: 'accept-language, cookie',
};

const PROBLEM = JSON.stringify({
  type: 'about:blank',
  title: edgeWords.en.problemTitle,
  status: 404,
  code: 'not_found',
});

const PAGES = Object.fromEntries(
  locales.map((language) => {
    const { title, heading, body, unavailableTitle, unavailableHeading, unavailableBody } = edgeWords[language];
    const outage = { title: unavailableTitle, heading: unavailableHeading, body: unavailableBody };
    return [
      language,
      {
        notFound: page({ language, code: 404, title, heading, body }),
        unavailable: page({ language, code: 503, ...outage }),
      },
    ];
  }),
) as Record<Locale, { notFound: string; unavailable: string }>;

interface PageWords {
  language: Locale;
  code: number;
  title: string;
  heading: string;
  body: string;
}

function page({ language, code, title, heading, body }: PageWords): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
:root { color-scheme: light dark; --surface: #fafafa; --text: #18181b; --muted: #5c5c66; --border: #e4e4e7; }
@media (prefers-color-scheme: dark) { :root { --surface: #131316; --text: #f4f4f5; --muted: #a1a1aa; --border: #2c2c31; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--surface); color: var(--text);
  font: 14px/1.6 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", sans-serif; -webkit-font-smoothing: antialiased; }
main { width: 100%; max-width: 400px; }
p { margin: 0; color: var(--muted); text-wrap: pretty; }
.code { font: 12px/1 ui-monospace, SFMono-Regular, Menlo, monospace; padding-bottom: 16px; margin-bottom: 16px; border-bottom: 1px solid var(--border); }
h1 { font-size: 20px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; margin: 0 0 8px; }
</style>
</head>
<body>
<main>
<p class="code">${code}</p>
<h1>${heading}</h1>
<p>${body}</p>
</main>
</body>
</html>
`;
}
