import words from '@/lib/messages/en/edge.json';

/**
 * The answer for every host and path that is nobody's. It is one constant text: it can't name a tenant, the product or the
 * path, so a real but unserved name and an invented one read the same.
 */
export function neutralNotFound(answer: 'page' | 'problem'): { body: string; contentType: string } {
  return answer === 'problem'
    ? { body: PROBLEM, contentType: 'application/problem+json' }
    : { body: PAGE, contentType: 'text/html; charset=utf-8' };
}

/** While nothing can be said of a host: a calm word and no name. */
export function neutralUnavailable(): { body: string; contentType: string } {
  return { body: UNAVAILABLE, contentType: 'text/html; charset=utf-8' };
}

const PROBLEM = JSON.stringify({ type: 'about:blank', title: words.problemTitle, status: 404, code: 'not_found' });

const PAGE = page({ code: 404, title: words.title, heading: words.heading, body: words.body });
const UNAVAILABLE = page({
  code: 503,
  title: words.unavailableTitle,
  heading: words.unavailableHeading,
  body: words.unavailableBody,
});

function page({ code, title, heading, body }: { code: number; title: string; heading: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
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
  font: 14px/1.6 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-font-smoothing: antialiased; }
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
