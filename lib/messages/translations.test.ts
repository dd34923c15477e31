import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import compile from 'icu-minify/compile';
import format from 'icu-minify/format';
import { describe, expect, it } from 'vitest';
import { _createCache, _createIntlFormatters, createTranslator } from 'use-intl/core';

const folder = import.meta.dirname;
const translations = ['de', 'fr', 'es', 'ja'] as const;
const formatters = _createIntlFormatters(_createCache());

/** Names, formats and samples, which no language translates. */
const everywhere = words(
  'CSS|JavaScript|API|ISO 8601|Inter|Source Serif|Space Grotesk|Nunito Sans|IBM Plex Sans|reports.pdf|ada@example.com|.{domain}',
);

/** Words that a language shares with English. */
const shared: Record<(typeof translations)[number], Set<string>> = {
  de: words(
    'Admin|Branding|Browser|Code|Dashboard|Flag|Flags|Form|Format|Isolation|Job|Jobs|Limit|Limits|Link|Live|Logo|Manager|Median|Name|' +
      'Neutral|Operator|Optional|optional|Organisation|Portal|Region|Route|Software|Status|Status: {value}|Stylesheets|Support|System|' +
      'Text|Version|Version {number, number}|Version {number}|Version {version}|Worker|Resolver|Domain|Domains|Navigation|Routing|orange',
  ),
  fr: words(
    'Actions|Admin|Contact|Description|E-mail|Finance|Flag|Flags|Format|Invitations|Isolation|Logo|Long|Menu|Migrations|Navigation|' +
      'Notifications|Organisation|Page|Pages|Parent|Route|Script|Scripts|Services|Sessions|Signature|Site|Super-admins|Table|Total|Type|Version|Versions|' +
      'Version {number, number}|Version {number}|Version {version}|Worker|{width} × {height} pixels|orange|turquoise|violet',
  ),
  es: words('Admin|Flag|Flags|General|No|Plan|Portal|Script|Scripts|Software|Total|Worker'),
  ja: words(''),
};

function words(list: string): Set<string> {
  return new Set(list.split('|'));
}

type Tree = { [key: string]: string | Tree };
type Branches = Map<string, Node[]>;
type Node =
  | { text: string }
  | { argument: string; kind: string; style: string }
  | { argument: string; kind: 'plural' | 'select'; branches: Branches };

function namespaces(locale: string): string[] {
  return readdirSync(join(folder, locale)).sort();
}

function tree(locale: string, file: string): Tree {
  return JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Tree;
}

/** Every message of a language with its path, in the order of the files. */
function messagesOf(locale: string): Map<string, string> {
  const found = new Map<string, string>();
  function walk(node: string | Tree, path: string) {
    if (typeof node === 'string') found.set(path, node);
    else for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
  }
  for (const file of namespaces(locale)) walk(tree(locale, file), file.replace('.json', ''));
  return found;
}

/** The arguments of a message, with the branches of its plurals and selects. */
function parse(message: string): Node[] {
  const nodes: Node[] = [];
  let text = '';
  for (let at = 0; at < message.length; at++) {
    if (message[at] !== '{') {
      text += message[at];
      continue;
    }
    const end = closing(message, at);
    if (text) nodes.push({ text });
    text = '';
    nodes.push(argumentOf(message.slice(at + 1, end)));
    at = end;
  }
  if (text) nodes.push({ text });
  return nodes;
}

function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth++;
    if (message[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`A brace is not closed: ${message}`);
}

function argumentOf(inner: string): Node {
  const [, argument = '', kind = '', rest = ''] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*(.*))?)?$/su.exec(inner) ?? [];
  if (kind !== 'plural' && kind !== 'select') return { argument, kind, style: rest };
  const branches: Branches = new Map();
  for (let at = 0; at < rest.length;) {
    const open = rest.indexOf('{', at);
    if (open < 0) break;
    const end = closing(rest, open);
    branches.set(rest.slice(at, open).trim(), parse(rest.slice(open + 1, end)));
    at = end + 1;
  }
  return { argument, kind, branches };
}

/** What a message must have in every language: arguments with their format, branches of selects, exact numbers but one. */
function shape(nodes: Node[], found = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if ('text' in node) continue;
    found.add([node.argument, node.kind, 'style' in node ? node.style : ''].join(','));
    if (!('branches' in node)) continue;
    for (const [name, inner] of node.branches) {
      if (node.kind === 'select' || (name.startsWith('=') && name !== '=1')) found.add(`${node.argument} ${name}`);
      shape(inner, found);
    }
  }
  return found;
}

function tags(message: string): string[] {
  return [...new Set(message.match(/<\/?\w+>/gu))].sort();
}

/** The categories that plurals of a message lack or have too many, for a language. */
function wrongCategories(nodes: Node[], locale: string): string[] {
  const wanted = new Set<string>(new Intl.PluralRules(locale).resolvedOptions().pluralCategories);
  return nodes.flatMap((node) => {
    if (!('branches' in node)) return [];
    const inner = [...node.branches.values()].flatMap((branch) => wrongCategories(branch, locale));
    if (node.kind === 'select') return inner;
    const names = [...node.branches.keys()].filter((name) => !name.startsWith('='));
    const wrong = [
      ...[...wanted].filter((name) => !names.includes(name)),
      ...names.filter((name) => !wanted.has(name)),
    ];
    return [...wrong, ...inner];
  });
}

/** Whether there is something to translate besides plain placeholders. */
function needsWords(message: string): boolean {
  return /\p{L}/u.test(message.replace(/\{[^{}]*\}/gu, ''));
}

function valuesFor(message: string, number: number): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [, name = ''] of message.matchAll(/<(\w+)>/gu)) values[name] = (inner: unknown) => `<${String(inner)}>`;
  for (const [, name = '', type] of message.matchAll(/\{(\w+)\s*(?:,\s*(\w+))?/gu)) {
    values[name] ??= type === 'date' || type === 'time' ? new Date(0) : type === 'select' ? 'other' : number;
  }
  return values;
}

function fail(error: Error): never {
  throw error;
}

const english = messagesOf('en');

describe.each(translations)('the words in %s', (locale) => {
  const own = messagesOf(locale);

  it('have the files and keys of English, in the same order, and no others', () => {
    expect(namespaces(locale)).toEqual(namespaces('en'));
    expect([...own.keys()]).toEqual([...english.keys()]);
  });

  it('keep placeholders, branches and tags', () => {
    for (const [path, message] of english) {
      const words = own.get(path) ?? '';
      expect([path, ...[...shape(parse(words))].sort()]).toEqual([path, ...[...shape(parse(message))].sort()]);
      expect([path, ...tags(words)]).toEqual([path, ...tags(message)]);
    }
  });

  it('have the plural categories of the language, and no others', () => {
    const wrong = [...own].filter(([, words]) => wrongCategories(parse(words), locale).length > 0);
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const same = [...own].filter(([path, message]) => message === english.get(path) && needsWords(message));
    expect(same.filter(([, message]) => !everywhere.has(message) && !shared[locale].has(message))).toEqual([]);
  });

  it('use the quotes and the punctuation of the language', () => {
    const wrong = {
      de: /["”«»]/u,
      fr: /["“”]|[a-zà-ÿ»] ?[;?!](?!\p{L})|\s:(?<!\u00a0:)/u,
      es: /["“”„]/u,
      ja: /["“”?!]|[ぁ-ん][:,.;]/u,
    };
    expect([...own].filter(([, words]) => wrong[locale].test(words.replace(/\{[^{}]*\}/gu, 'x')))).toEqual([]);
  });

  it('read the same compiled, as pages have them, and parsed, as mails have them', () => {
    for (const [path, message] of own) {
      const parsed = createTranslator({ locale, messages: { message }, timeZone: 'UTC', onError: fail });
      for (const number of [0, 1, 2, 1234, 1_000_000]) {
        const values = valuesFor(message, number);
        const compiled = format(compile(message), locale, values as never, { formatters, timeZone: 'UTC' });
        expect(`${path}: ${String(compiled)}`).toBe(`${path}: ${parsed.markup('message', values as never)}`);
      }
    }
  });
});
