import 'server-only';
import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';
import { getDomain } from 'tldts';
import { normaliseHost } from '@/lib/edge/host';

export type DomainProblem = 'malformed' | 'single_label' | 'address' | 'reserved' | 'public_suffix' | 'confusable';

export type DomainName =
  { ok: true; host: string; display: string; isApex: boolean } | { ok: false; problem: DomainProblem };

/**
 * The one form of a domain somebody typed, or why it can't be theirs.
 * @param ours the installation's own names, which nobody may take, come near to or imitate
 */
export function readDomainName(typed: string, ours: readonly string[]): DomainName {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  const normal = normaliseHost(bare);
  if (!normal.ok || normal.port !== undefined) return { ok: false, problem: 'malformed' };
  const { host } = normal;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return { ok: false, problem: 'address' };
  if (host.split('.').length < 2) return { ok: false, problem: 'single_label' };
  if (isReserved(host, ours)) return { ok: false, problem: 'reserved' };
  const registered = registeredDomain(host);
  if (registered === null) return { ok: false, problem: 'public_suffix' };
  if (isConfusable(host, ours)) return { ok: false, problem: 'confusable' };
  return { ok: true, host, display: displayName(host), isApex: registered === host };
}

/** True where no CNAME can stand, because the name itself holds the domain's own records (RFC 1034 § 3.6.2). */
export function isApexName(host: string): boolean {
  return registeredDomain(host) === host;
}

/** In Unicode where nobody can be deceived by it, else as it is stored. */
export function displayName(host: string): string {
  const unicode = domainToUnicode(host);
  return unicode !== '' && unicode.split('.').every(isHonest) ? unicode : host;
}

const RESERVED_ENDINGS = ['localhost', 'local', 'internal', 'invalid', 'onion', 'arpa', 'home.arpa', 'alt'];

function isReserved(host: string, ours: readonly string[]): boolean {
  return [...RESERVED_ENDINGS, ...ours].some((ending) => host === ending || host.endsWith(`.${ending}`));
}

/** What one can register, by the public suffix list; null for a suffix itself. */
function registeredDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}

function isConfusable(host: string, ours: readonly string[]): boolean {
  const labels = domainToUnicode(host).split('.');
  if (!labels.every((label) => isOneScript(label))) return true;
  const looks = skeleton(labels.join('.'));
  return ours.some((own) => {
    const look = skeleton(own);
    return looks === look || looks.endsWith(`.${look}`);
  });
}

/** One script, or scripts that are written together (Unicode TS 39, highly restrictive). */
function isOneScript(label: string): boolean {
  const scripts = SCRIPTS.filter(([, pattern]) => pattern.test(label)).map(([name]) => name);
  if (scripts.length <= 1) return true;
  return TOGETHER.some((allowed) => scripts.every((script) => allowed.includes(script)));
}

function isHonest(label: string): boolean {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(label)) return true;
  // Made of look-alikes alone it reads like a Latin word.
  return isOneScript(label) && !/^[a-z0-9-]*$/.test(skeleton(label));
}

const SCRIPTS = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['han', /\p{Script=Han}/u],
  ['hiragana', /\p{Script=Hiragana}/u],
  ['katakana', /\p{Script=Katakana}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['bopomofo', /\p{Script=Bopomofo}/u],
  [
    'other',
    /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u,
  ],
] as const;

const TOGETHER: readonly (readonly string[])[] = [
  ['latin', 'han', 'hiragana', 'katakana'],
  ['latin', 'han', 'hangul'],
  ['latin', 'han', 'bopomofo'],
];

/** Letters that are easily mistaken for each other fall together (a small cut of Unicode TS 39). */
function skeleton(text: string): string {
  return [...text.normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[0135i]/g, (letter) => ASCII[letter] ?? letter);
}

const ASCII: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '5': 's', i: 'l' };

const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  ӏ: 'l',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  у: 'y',
  ԝ: 'w',
  х: 'x',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ɡ: 'g',
  ł: 'l',
  ø: 'o',
};
