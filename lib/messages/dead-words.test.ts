import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** Keys that no file beside a `translator('namespace')` names, because the code that decides on them stands elsewhere. */
const decidedElsewhere: [start: string, why: string][] = [
  ['errors.', 'AppError codes and message keys: thrown in lib, read by components/i18n/use-failure-text'],
  ['signIn.', 'issues of the schemas of passwords and addresses'],
  ['domains.doctor.', 'findings of the domain doctor'],
  ['roles.', 'roles of members and super-admins, kept in the database'],
  ['edge.', 'properties of the few words that go without the catalogue'],
];

/** Files that get a namespace's words without naming it. */
const namedBy: Record<string, string> = { emails: 'emailWords(' };

interface Source {
  text: string;
  literals: Set<string>;
  computed: RegExp[];
}

function sources(): Source[] {
  return ['app', 'components', 'lib']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.|^lib\/(?:generated|messages|testing)\//u.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return { text, literals: literalsOf(text), computed: computedOf(text) };
    });
}

/** What could be a key: in quotes, or the name of a property. */
function literalsOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/['"`]([\w.-]+)['"`]|\b(\w+)\b(?=\s*[:,}])/gu)].map(([, quoted, name]) => quoted ?? name ?? ''),
  );
}

/** `state.${state}` may be any key that starts so; one that says nothing itself would be any key at all. */
function computedOf(text: string): RegExp[] {
  return [...text.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})*\$\{[^`{}]*\}[\w.-]*)`/gu)]
    .map(([, key = '']) => key.split(/\$\{[^}]*\}/u))
    .filter((parts) => parts.some((part) => part.length > 2))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`, 'u'));
}

function says({ literals, computed }: Source, key: string): boolean {
  return literals.has(key) || computed.some((one) => one.test(key));
}

function keysOf(node: unknown, at: string[] = []): string[] {
  if (typeof node === 'string') return [at.join('.')];
  return Object.entries(node as object).flatMap(([key, value]) => keysOf(value, [...at, key]));
}

/** The ways to name a key: from its namespace, or from a part of one (`useTranslations('branding.history')`). */
function namings(namespace: string, key: string): { within: string; rest: string }[] {
  const parts = key.split('.');
  return parts.map((_, at) => ({
    within: [namespace, ...parts.slice(0, at)].join('.'),
    rest: parts.slice(at).join('.'),
  }));
}

it('has no word that nothing says', () => {
  const all = sources();
  const dead: string[] = [];
  for (const file of readdirSync(path.join(import.meta.dirname, 'en'))) {
    const namespace = file.replace('.json', '');
    const words: unknown = JSON.parse(readFileSync(path.join(import.meta.dirname, 'en', file), 'utf8'));
    const speakers = new Map<string, Source[]>();
    const speakersOf = (within: string): Source[] => {
      const known = speakers.get(within) ?? all.filter(({ text }) => text.includes(namedBy[within] ?? `'${within}'`));
      speakers.set(within, known);
      return known;
    };
    for (const key of keysOf(words)) {
      const isSaid = namings(namespace, key).some(({ within, rest }) =>
        speakersOf(within).some((source) => says(source, rest)),
      );
      const full = `${namespace}.${key}`;
      const last = full.split('.').at(-1) ?? '';
      const isDecided =
        decidedElsewhere.some(([start]) => full.startsWith(start)) && all.some((source) => says(source, last));
      if (!isSaid && !isDecided) dead.push(full);
    }
  }
  expect(dead).toEqual([]);
});
