import 'server-only';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import { escapeHtml } from '@/lib/core/email/escape-html';
import { siteCss } from '@/lib/features/branding/site-css';
import { liveSite } from '@/lib/features/site/live-site';
import { directionOf } from '@/lib/features/site/rules';
import { languageOf } from '@/lib/messages/locales';
import { translator } from '@/lib/messages/translator';
import type { HostRecord } from '@/lib/tenancy/host-directory';

export type UnlockProblem = { kind: 'wrong' } | { kind: 'limited'; seconds: number };

/**
 * The form behind which a site with a password waits: the brand, and no word of any page. It works without script.
 * @param returnTo a path on this host
 */
export async function unlockPage(
  record: HostRecord,
  { returnTo, problem }: { returnTo: string; problem: UnlockProblem | null },
): Promise<Response> {
  const [brand, { language, siteName }] = await Promise.all([publishedBrand(record), liveSite(record)]);
  const t = translator('site', languageOf(language));
  const name = escapeHtml(siteName || brand.tokens.displayName);
  const sentence = problem === null ? '' : problemText(t, problem);
  const body = `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${name}</title>
<style>${siteCss(brand.tokens)}${STYLE}</style>
</head>
<body>
<main>
${brand.logoUrl === null ? `<p class="name">${name}</p>` : `<img src="${escapeHtml(brand.logoUrl)}" alt="${name}">`}
<h1>${escapeHtml(t('unlockTitle'))}</h1>
<p>${escapeHtml(t('unlockText'))}</p>
<form method="post" action="/unlock">
<input type="hidden" name="returnTo" value="${escapeHtml(returnTo)}">
<label for="password">${escapeHtml(t('password'))}</label>
<input id="password" name="password" type="password" required maxlength="128" autocomplete="current-password" autofocus${sentence === '' ? '' : ' aria-invalid="true" aria-describedby="problem"'}>
${sentence === '' ? '' : `<p id="problem" role="alert">${escapeHtml(sentence)}</p>`}
<button type="submit">${escapeHtml(t('unlock'))}</button>
</form>
</main>
</body>
</html>
`;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' });
  headers.set('x-robots-tag', 'noindex');
  if (problem?.kind === 'limited') headers.set('retry-after', String(problem.seconds));
  return new Response(body, { status: problem?.kind === 'limited' ? 429 : 403, headers });
}

function problemText(t: ReturnType<typeof translator<'site'>>, problem: UnlockProblem): string {
  if (problem.kind === 'wrong') return t('wrongPassword');
  return t('tooManyTries', { minutes: Math.ceil(problem.seconds / 60) });
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:1.5rem;background:var(--surface);color:var(--text);font:1rem/1.6 var(--font-brand,ui-sans-serif),system-ui,sans-serif}
main{width:100%;max-width:24rem}
img{display:block;max-width:100%;height:2.5rem;object-fit:contain;margin-bottom:2rem}
.name{font-size:1.25rem;font-weight:600;margin:0 0 2rem;overflow-wrap:anywhere;color:var(--text)}
h1{font-size:1.5rem;line-height:1.25;letter-spacing:-.02em;margin:0 0 .5rem}
p{margin:0;color:var(--muted)}
form{display:grid;gap:.5rem;margin-top:1.5rem}
label{font-weight:500}
input[type=password]{height:2.75rem;padding-inline:.75rem;border:1px solid var(--border-strong);border-radius:var(--radius);background:var(--raised);color:var(--text);font:inherit}
input:focus-visible,button:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
#problem{color:var(--negative-text)}
button{height:2.75rem;margin-top:.5rem;border:1px solid transparent;border-radius:var(--radius);background:var(--brand);color:var(--on-brand);font:inherit;font-weight:500;cursor:pointer}
button:hover{background:var(--brand-hover)}
`;
