import 'server-only';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { cleanStyle } from './clean-css';
import { attributeFault, elementFault, type Named } from './html-rules';
import type { CodeField, Finding, FindingReason } from './schema';

/** What cleaning takes out of a piece of HTML, each with its line, as a browser would read it. */
export function findInHtml(source: string, field: CodeField, named: Named): Finding[] {
  const findings = documentTags(source, field);
  visit(parseFragment(source, { sourceCodeLocationInfo: true }).childNodes, 0);
  return findings.sort((one, other) => one.line - other.line);

  function visit(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): void {
    // Deeper is cut off by the cleaning as well.
    if (depth > MAX_DEPTH) return;
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      const line = node.sourceCodeLocation?.startLine ?? 1;
      const fault = elementFault(node.tagName);
      if (fault !== null) findings.push({ field, line, what: `<${node.tagName.slice(0, 60)}>`, reason: fault });
      else node.attrs.forEach((attribute) => visitAttribute(node, attribute, line));
      // What an unwanted element only wraps stays, and is judged by itself.
      visit(node.childNodes, depth + 1);
    }
  }

  function visitAttribute(
    { tagName, sourceCodeLocation }: DefaultTreeAdapterTypes.Element,
    { name, value }: { name: string; value: string },
    elementLine: number,
  ): void {
    const line = sourceCodeLocation?.attrs?.[name]?.startLine ?? elementLine;
    if (name === 'style') return void findings.push(...cleanStyle(value, field, line).findings);
    const reason = attributeFault(tagName, name, value, named);
    if (reason !== null) findings.push({ field, line, what: `<${tagName} ${name}="${value}">`.slice(0, 80), reason });
  }
}

export const MAX_DEPTH = 60;

/** A parser of fragments passes over these without a word. */
function documentTags(source: string, field: CodeField): Finding[] {
  const reason: FindingReason = 'documentElement';
  return [...source.matchAll(/<(html|head|body|frameset)(?=[\s>/])/gi)].map(({ 1: tag = '', index }) => ({
    field,
    line: source.slice(0, index).split('\n').length,
    what: `<${tag.toLowerCase()}>`,
    reason,
  }));
}
