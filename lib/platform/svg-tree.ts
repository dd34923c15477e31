import { SaxesParser } from 'saxes';
import { referencesIn, safeSvgId, safeSvgValue, SVG_ATTRIBUTES, SVG_ELEMENTS, SVG_WRAPPERS } from './svg-allow-list';
import { safeDeclarations, safeRules, type StyleRule } from './svg-style';

export interface SvgNode {
  name: string;
  attributes: Map<string, string>;
  children: (SvgNode | string)[];
  /** Of a style element. */
  rules: StyleRule[];
}

export class SvgRefused extends Error {
  constructor(readonly reason: 'broken' | 'complex') {
    super(`SVG refused: ${reason}`);
  }
}

export const SVG_NODES_MAX = 20_000;
const DEPTH_MAX = 64;
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/**
 * Reads an SVG as the XML it claims to be and keeps what is on the lists. The tree is ours: nothing of the text is passed on, so
 * there is nothing that two parsers could read differently.
 * @throws SvgRefused
 */
export function readSvg(text: string): SvgNode {
  const parser = new SaxesParser({ xmlns: true });
  const document: SvgNode = { name: '', attributes: new Map(), children: [], rules: [] };
  const open: SvgNode[] = [document];
  /** Null while inside something that was left out. */
  let skipped = 0;
  let nodes = 0;

  parser.on('error', () => refuse('broken'));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) refuse('broken');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    nodes += 1;
    if (nodes > SVG_NODES_MAX || open.length > DEPTH_MAX) refuse('complex');
    const own = uri === SVG_NAMESPACE || uri === '';
    const parent = open.at(-1) ?? document;
    if (skipped > 0 || !own || !(SVG_ELEMENTS.has(local) || SVG_WRAPPERS.has(local))) return void (skipped += 1);
    // A wrapper stands on the stack in its parent's place, so that its end tag finds its start.
    if (SVG_WRAPPERS.has(local)) return void open.push(parent);
    const node: SvgNode = {
      name: local,
      attributes: keptAttributes(local, Object.values(attributes)),
      children: [],
      rules: [],
    };
    parent.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    if (skipped > 0) skipped -= 1;
    else close(open.pop());
  });
  const addText = (piece: string) => {
    const parent = open.at(-1);
    if (skipped === 0 && parent && TEXTUAL.has(parent.name)) parent.children.push(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  parser.write(text).close();
  const [root] = document.children;
  if (root === undefined || typeof root === 'string' || root.name !== 'svg') return refuse('broken');
  return root;
}

const TEXTUAL: ReadonlySet<string> = new Set(['text', 'tspan', 'title', 'desc', 'style']);

function close(node: SvgNode | undefined): void {
  if (node?.name !== 'style') return;
  node.rules = safeRules(node.children.filter((child) => typeof child === 'string').join(''));
  node.children = node.rules.map(({ css }) => css);
}

interface ParsedAttribute {
  local: string;
  uri: string;
  value: string;
}

function keptAttributes(element: string, attributes: readonly ParsedAttribute[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { local, uri, value } of attributes) {
    const safe =
      uri === '' ? keptValue(element, local, value) : uri === XLINK_NAMESPACE ? ownTarget(local, value) : null;
    if (safe !== null && safe !== '') kept.set(local, safe);
  }
  return kept;
}

function keptValue(element: string, name: string, value: string): string | null {
  if (name === 'id') return safeSvgId(value);
  if (name === 'class') return /^[\w\s-]+$/.test(value) ? value.trim() : null;
  if (name === 'style') return safeDeclarations(value);
  if (name === 'href') return ownTarget(name, value);
  return element !== 'style' && SVG_ATTRIBUTES.has(name) ? safeSvgValue(name, value) : null;
}

/** A part of the same drawing; any other address is left out. */
function ownTarget(name: string, value: string): string | null {
  return name === 'href' && value.startsWith('#') && safeSvgId(value.slice(1)) !== null ? value : null;
}

/** The ids whose drawing becomes part of this node's, by its attributes. */
export function referencesOf(node: SvgNode): string[] {
  return [...node.attributes].flatMap(([name, value]) => (name === 'href' ? [value.slice(1)] : referencesIn(value)));
}

function refuse(reason: SvgRefused['reason']): never {
  throw new SvgRefused(reason);
}
