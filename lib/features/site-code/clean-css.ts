import 'server-only';
import * as tree from 'css-tree';
import { allowedProperties, fontDescriptors } from './css-rules';
import { scopeSelectors } from './scope-selectors';
import { valueFault } from './css-values';
import type { CodeField, Finding, FindingReason } from './schema';

export interface CleanCss {
  css: string;
  findings: Finding[];
}

type Report = (node: tree.CssNode, reason: FindingReason) => void;

/**
 * A site's CSS with nothing left that is not on a list: parsed, judged part by part, scoped to the site's own content and written
 * anew from the tree. What comes out can't fetch from elsewhere, reach our own parts of a page, or end a `style` element.
 */
export function cleanCss(source: string): CleanCss {
  if (isTooDeep(source))
    return { css: '', findings: [{ field: 'css', line: 1, what: excerpt(source), reason: 'nested' }] };
  const { report, findings } = reporter('css', source);
  const sheet = parse(source, 'stylesheet', report);
  if (sheet.type !== 'StyleSheet') return { css: '', findings };
  const names = keyframeNames(sheet);
  sheet.children = sheet.children.filter((node) => keepRule(node, names, report));
  return { css: write(sheet), findings };
}

/** The same for a `style` attribute. @param line of the attribute in `field` */
export function cleanStyle(source: string, field: CodeField, line: number): CleanCss {
  if (isTooDeep(source)) return { css: '', findings: [{ field, line, what: excerpt(source), reason: 'nested' }] };
  const { report, findings } = reporter(field, source, line - 1);
  const list = parse(source, 'declarationList', report);
  if (list.type !== 'DeclarationList') return { css: '', findings };
  list.children = list.children.filter((node) => keepDeclaration(node, NO_NAMES, allowedProperties, report));
  return { css: write(list), findings };
}

const NO_NAMES: ReadonlySet<string> = new Set();
/** Keyframes are global to a document: the tenant's get names that ours never have. */
const KEYFRAME_PREFIX = 'u-';
const EXCERPT = 80;
const MAX_DEPTH = 60;

/** The parser goes as deep as its input. Brackets in strings count too, which harms nobody. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function excerpt(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, EXCERPT);
}

function parse(source: string, context: string, report: Report): tree.CssNode {
  return tree.parse(source, {
    context,
    positions: true,
    parseCustomProperty: true,
    // Some of what it could not read leaves no node behind; the condition around it is refused later.
    onParseError: (_error, fallback: tree.CssNode | null) => fallback && report(fallback, 'unreadable'),
  });
}

function reporter(field: CodeField, source: string, linesBefore = 0): { report: Report; findings: Finding[] } {
  const findings: Finding[] = [];
  const report: Report = (node, reason) => {
    const { start, end } = node.loc ?? { start: { line: 1, offset: 0 }, end: { offset: source.length } };
    const what = excerpt(source.slice(start.offset, end.offset));
    const place = { field, line: start.line + linesBefore, what };
    // The parser reports what it could not read before we come to it and know more.
    const known = findings.find(({ line, what: same }) => line === place.line && same === place.what);
    if (known === undefined) findings.push({ ...place, reason });
    else if (known.reason === 'unreadable') known.reason = reason;
  };
  return { report, findings };
}

function keepRule(node: tree.CssNode, names: ReadonlySet<string>, report: Report): boolean {
  if (node.type === 'Comment' || node.type === 'CDO' || node.type === 'CDC' || node.type === 'WhiteSpace') return false;
  if (node.type === 'Rule') return keepStyleRule(node, names, report);
  if (node.type === 'Atrule') return keepAtRule(node, names, report);
  report(node, 'unreadable');
  return false;
}

function keepStyleRule(rule: tree.Rule, names: ReadonlySet<string>, report: Report): boolean {
  if (rule.prelude.type !== 'SelectorList' || !scopeSelectors(rule.prelude, report)) return false;
  return keepBlock(rule.block, names, allowedProperties, report);
}

function keepAtRule(node: tree.Atrule, names: ReadonlySet<string>, report: Report): boolean {
  switch (node.name.toLowerCase()) {
    case 'media':
    case 'supports':
      if (node.block === null || node.prelude === null || !isPlainCondition(node.prelude)) break;
      node.block.children = node.block.children.filter((child) => keepRule(child, names, report));
      return !node.block.children.isEmpty;
    case 'font-face':
      return node.block !== null && node.prelude === null && keepBlock(node.block, names, fontDescriptors, report);
    case 'keyframes':
      return keepKeyframes(node, names, report);
    case 'import':
      report(node, 'importRule');
      return false;
  }
  report(node, 'atRule');
  return false;
}

/** A condition asks about the screen or the browser. One that holds an address or something unread is refused. */
function isPlainCondition(prelude: tree.AtrulePrelude | tree.Raw): boolean {
  if (prelude.type === 'Raw') return false;
  return tree.find(prelude, ({ type }) => type === 'Raw' || type === 'Url' || type === 'String') === null;
}

function keepKeyframes(node: tree.Atrule, names: ReadonlySet<string>, report: Report): boolean {
  const name = keyframeName(node);
  if (name === undefined || node.block === null || node.prelude?.type !== 'AtrulePrelude') {
    report(node, 'unreadable');
    return false;
  }
  node.prelude.children = new tree.List<tree.CssNode>().fromArray([
    { type: 'Identifier', name: KEYFRAME_PREFIX + name },
  ]);
  node.block.children = node.block.children.filter((frame) => {
    if (frame.type !== 'Rule' || frame.prelude.type !== 'SelectorList') return false;
    return isKeyframeList(frame.prelude) && keepBlock(frame.block, names, allowedProperties, report);
  });
  return !node.block.children.isEmpty;
}

function isKeyframeList(list: tree.SelectorList): boolean {
  return list.children
    .toArray()
    .every(
      (selector) =>
        selector.type === 'Selector' &&
        selector.children
          .toArray()
          .every(
            (part) => part.type === 'Percentage' || (part.type === 'TypeSelector' && /^(?:from|to)$/i.test(part.name)),
          ),
    );
}

function keyframeNames(sheet: tree.StyleSheet): ReadonlySet<string> {
  const names = new Set<string>();
  tree.walk(sheet, (node) => {
    if (node.type !== 'Atrule' || node.name.toLowerCase() !== 'keyframes') return;
    const name = keyframeName(node);
    if (name !== undefined) names.add(name);
  });
  return names;
}

function keyframeName({ prelude }: tree.Atrule): string | undefined {
  const first = prelude?.type === 'AtrulePrelude' ? prelude.children.first : null;
  return first?.type === 'Identifier' && /^[\w-]{1,60}$/.test(first.name) ? first.name : undefined;
}

function keepBlock(
  block: tree.Block,
  names: ReadonlySet<string>,
  properties: ReadonlySet<string>,
  report: Report,
): boolean {
  block.children = block.children.filter((node) => keepDeclaration(node, names, properties, report));
  return !block.children.isEmpty;
}

function keepDeclaration(
  node: tree.CssNode,
  names: ReadonlySet<string>,
  properties: ReadonlySet<string>,
  report: Report,
): boolean {
  if (node.type === 'Comment' || node.type === 'WhiteSpace') return false;
  if (node.type === 'Rule' || node.type === 'Atrule') {
    report(node, 'nested');
    return false;
  }
  if (node.type !== 'Declaration' || typeof node.important === 'string') {
    // A rule that begins like a declaration is read as neither.
    report(node, node.type === 'Raw' && node.value.includes('{') ? 'nested' : 'unreadable');
    return false;
  }
  const fault = declarationFault(node, properties);
  if (fault !== null) report(node, fault);
  else if (/^animation(?:-name)?$/i.test(node.property)) renameAnimations(node, names);
  return fault === null;
}

function declarationFault(
  { property, value }: tree.Declaration,
  properties: ReadonlySet<string>,
): FindingReason | null {
  const name = property.toLowerCase();
  const custom = properties === allowedProperties && /^--[\w-]{1,80}$/.test(property);
  if (!custom && !properties.has(name)) return 'property';
  return valueFault(name, value);
}

function renameAnimations({ value }: tree.Declaration, names: ReadonlySet<string>): void {
  tree.walk(value, (part) => {
    if (part.type === 'Identifier' && names.has(part.name)) part.name = KEYFRAME_PREFIX + part.name;
  });
}

/** `</style` and `<!--` can only stand in strings by now, where a backslash changes nothing. */
function write(node: tree.CssNode): string {
  return tree.generate(node).replace(/<(?=[/!?])/g, '\\3c ');
}
