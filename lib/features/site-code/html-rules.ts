import { assetFault, isLink, isOnNamedOrigin } from './address-rules';
import type { FindingReason } from './schema';

/** What a site's header and footer may hold (docs/site-code.md). No element here has text that two parsers could read differently. */
export const allowedElements: ReadonlySet<string> = new Set(
  `a abbr address article aside b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer
   h2 h3 h4 h5 h6 header hr i iframe img ins kbd li mark nav ol p pre q s samp section small span strong sub summary sup table tbody td
   tfoot th thead time tr u ul var wbr`
    .split(/\s+/)
    .filter(Boolean),
);

const everywhere = ['class', 'id', 'style', 'title', 'lang', 'dir', 'role', 'hidden'];
const own: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  iframe: ['src', 'width', 'height', 'loading', 'allowfullscreen'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'scope', 'headers'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  time: ['datetime'],
  details: ['open'],
  blockquote: [],
};
/** Their values name other elements, so they get the prefix too. */
const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers'];

/** Before every id, so that no element of a tenant takes the place of a variable or an element that a script looks for. */
const ID_PREFIX = 'user-';

const reasonOfElement: Readonly<Record<string, FindingReason>> = {
  script: 'scriptElement',
  noscript: 'scriptElement',
  style: 'styleElement',
  form: 'form',
  input: 'form',
  button: 'form',
  select: 'form',
  textarea: 'form',
  option: 'form',
  base: 'documentElement',
  meta: 'documentElement',
  link: 'documentElement',
  title: 'documentElement',
  html: 'documentElement',
  head: 'documentElement',
  body: 'documentElement',
  svg: 'drawing',
  math: 'drawing',
};

export function elementFault(element: string): FindingReason | null {
  return allowedElements.has(element) ? null : (reasonOfElement[element] ?? 'element');
}

/** @param namedFrames @param namedPictures origins that the tenant named */
export interface Named {
  frame: readonly string[];
  img: readonly string[];
}

/** What is wrong with an attribute of an allowed element. A style is judged apart. */
export function attributeFault(element: string, name: string, value: string, named: Named): FindingReason | null {
  if (/^on/i.test(name)) return 'handler';
  const known = everywhere.includes(name) || /^aria-[a-z]{2,20}$/.test(name) || own[element]?.includes(name) === true;
  if (!known) return 'attribute';
  if (name === 'href') return isLink(value.trim()) ? null : 'link';
  if (name !== 'src') return null;
  if (element === 'iframe') return isOnNamedOrigin(value, named.frame) ? null : 'frame';
  return isOnNamedOrigin(value, named.img) || assetFault(value) === null ? null : 'picture';
}

/** An attribute that may stay, as it is written. */
export function rewriteAttribute(name: string, value: string): string {
  if (name === 'id') return prefixed(value);
  if (references.includes(name)) return value.split(/\s+/).filter(Boolean).map(prefixed).join(' ');
  if (name === 'href')
    return value
      .trim()
      .replace(/^#(?=.)/, `#${ID_PREFIX}`)
      .replace(DOUBLED, '#' + ID_PREFIX);
  return name === 'target' ? '_blank' : value;
}

/** What an element has whatever its author wrote. */
export function forcedAttributes(element: string, kept: Readonly<Record<string, string>>): Record<string, string> {
  if (element === 'a') return 'href' in kept ? { rel: 'noopener noreferrer' } : {};
  if (element !== 'iframe') return {};
  // Another origin's page may run, but not move this one, nor ask for what the browser guards.
  return { sandbox: 'allow-scripts allow-same-origin allow-popups allow-forms', referrerpolicy: 'strict-origin' };
}

const DOUBLED = new RegExp(`^#(?:${ID_PREFIX}){2,}`);

/** Cleaning what is clean changes nothing. */
function prefixed(id: string): string {
  const plain = id.replace(/[^\w-]/g, '');
  return plain.startsWith(ID_PREFIX) ? plain : ID_PREFIX + plain;
}
