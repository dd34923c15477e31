import { isReservedSlug, looksReserved } from './reserved-slugs';

export const SLUG_LENGTH_MIN = 3;
export const SLUG_LENGTH_MAX = 40;

export type SlugProblem = 'too_short' | 'too_long' | 'characters' | 'hyphens' | 'reserved';

/** Why a new slug can't be used, or null. Existing slugs are only ever checked by shape: a growing reserved list evicts nobody. */
export function slugProblem(slug: string): SlugProblem | null {
  if (slug.length < SLUG_LENGTH_MIN) return 'too_short';
  if (slug.length > SLUG_LENGTH_MAX) return 'too_long';
  if (!/^[a-z0-9-]+$/.test(slug)) return 'characters';
  // A double hyphen also covers `xn--`, which would let a slug read as another script.
  if (slug.startsWith('-') || slug.endsWith('-') || slug.includes('--')) return 'hyphens';
  if (isReservedSlug(slug) || looksReserved(slug)) return 'reserved';
  return null;
}

export function hasSlugShape(slug: string): boolean {
  const problem = slugProblem(slug);
  return problem === null || problem === 'reserved';
}

/** Up to four free slugs for an organisation's name, the plainest first. `taken` holds slugs already in use. */
export function suggestSlugs(name: string, taken: ReadonlySet<string>): string[] {
  const words = toWords(name);
  const core = dropLegalForm(words);
  const base = join(core);
  if (base === '') return [];
  const endings = ['hq', 'team', 'group', 'online', '2', '3', '4', '5', '6', '7', '8', '9'];
  const candidates = [
    base,
    join(words),
    join(core.slice(0, 1)),
    initials(core),
    ...endings.map((ending) => `${base.slice(0, SLUG_LENGTH_MAX - ending.length - 1)}-${ending}`),
  ];
  const free = candidates.map(trimHyphens).filter((slug) => slugProblem(slug) === null && !taken.has(slug));
  return [...new Set(free)].slice(0, SUGGESTIONS_MAX);
}

const SUGGESTIONS_MAX = 4;
const LEGAL_FORMS = new Set(
  (
    'inc ltd llc llp plc corp co company limited incorporated corporation gmbh ag kg ug se sa sas sarl ' +
    'srl spa bv nv ab as aps oy oyj kk pty pte sl lda ltda sro zoo kft the'
  ).split(' '),
);
// Letters that Unicode decomposition leaves whole.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
  '+': ' plus ',
  '@': ' at ',
};

function toWords(name: string): string[] {
  const latin = Object.entries(LETTERS)
    .reduce((text, [letter, plain]) => text.replaceAll(letter, plain), name.slice(0, 200).toLowerCase())
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '');
  return latin.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

function dropLegalForm(words: readonly string[]): string[] {
  const kept = words.filter((word, index) => !LEGAL_FORMS.has(word) || (index > 0 && index < words.length - 1));
  return kept.length > 0 ? kept : [...words];
}

/** Whole words up to the length limit; a single longer word is cut. */
function join(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word.slice(0, SLUG_LENGTH_MAX) : `${slug}-${word}`;
    if (next.length > SLUG_LENGTH_MAX) break;
    slug = next;
  }
  return slug;
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join('');
}

function trimHyphens(slug: string): string {
  return slug.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
