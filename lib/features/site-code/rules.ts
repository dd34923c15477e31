import type { Changes } from '@/lib/core/audit/changes';
import { codeFields, originKinds, type SiteCode } from './schema';

export const emptyCode = (): SiteCode => ({
  css: '',
  js: '',
  headerHtml: '',
  footerHtml: '',
  origins: { script: [], style: [], img: [], connect: [], font: [], frame: [], media: [] },
});

/** What the code's state is called: the draft by when it was saved last, else the live version by its number. */
export function revisionOf(draft: { updatedAt: Date } | null, liveNumber: number): string {
  return draft ? `draft:${draft.updatedAt.getTime()}` : `live:${liveNumber}`;
}

/** Whether what runs on the site, or what it may load from elsewhere, differs: not everybody may change that. */
export function differsInScripts(one: SiteCode, other: SiteCode): boolean {
  return one.js !== other.js || originText(one) !== originText(other);
}

/** For the log: how long each changed part is and which it was, never what it says. */
export function codeChanges(before: SiteCode, after: SiteCode, fingerprint: (text: string) => string): Changes {
  const changes: Changes = {};
  const told = (text: string): string => `${text.length} · ${fingerprint(text).slice(0, 12)}`;
  for (const field of codeFields)
    if (before[field] !== after[field]) changes[field] = { before: told(before[field]), after: told(after[field]) };
  const [was, is] = [originText(before), originText(after)];
  return was === is ? changes : { ...changes, origins: { before: was, after: is } };
}

/** One origin a line, its kind before it. */
export function originText({ origins }: SiteCode): string {
  return originKinds.flatMap((kind) => origins[kind].map((origin) => `${kind} ${origin}`)).join('\n');
}

/** Names of the files that a site's host serves: content and name go together for ever. */
export function codeFile(kind: 'css' | 'js', sha256: string): string | null {
  return sha256 === '' ? null : `/site-code/${sha256}.${kind}`;
}
