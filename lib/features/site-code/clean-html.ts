import 'server-only';
import { parseFragment, serialize } from 'parse5';
import sanitize from 'sanitize-html';
import { cleanStyle } from './clean-css';
import { findInHtml, MAX_DEPTH } from './find-in-html';
import { allowedElements, attributeFault, forcedAttributes, rewriteAttribute, type Named } from './html-rules';
import type { CodeField, Finding } from './schema';

/**
 * HTML of a site's header or footer with nothing left that is not on a list. It goes through two parsers, the sanitiser's and one that
 * reads as browsers do, until neither changes anything: what they read differently can't survive.
 */
export function cleanHtml(
  source: string,
  field: Extract<CodeField, 'headerHtml' | 'footerHtml'>,
  named: Named,
): { html: string; findings: Finding[] } {
  const findings = findInHtml(source, field, named);
  const html = settle(source, named);
  if (html !== null) return { html, findings };
  const what = source.replace(/\s+/g, ' ').trim().slice(0, 80);
  return { html: '', findings: [...findings, { field, line: 1, what, reason: 'mutation' }] };
}

/** What is shown, cleaned once more: also a row that came into the database by another way holds nothing that runs. */
export function cleanStoredHtml(html: string, named: Named): string {
  return settle(html, named) ?? '';
}

const ROUNDS = 4;

function settle(source: string, named: Named): string | null {
  let html = source;
  for (let round = 0; round < ROUNDS; round++) {
    const next = serialize(parseFragment(pass(html, named)));
    if (next === html) return html;
    html = next;
  }
  return null;
}

function pass(html: string, named: Named): string {
  return sanitize(html, {
    allowedTags: [...allowedElements],
    allowedAttributes: { '*': ['*'] },
    // Text of these is no text of the page.
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'template',
      'title',
      'svg',
      'math',
      'xmp',
      'noembed',
      'noframes',
    ],
    // Addresses are judged by our own rule, in the transformation below, which is stricter.
    allowedSchemes: ['http', 'https', 'mailto', 'tel', 'data'],
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    enforceHtmlBoundary: false,
    nestingLimit: MAX_DEPTH,
    exclusiveFilter: ({ tag, attribs }) => (tag === 'img' || tag === 'iframe') && attribs.src === undefined,
    transformTags: {
      '*': (element, attributes) => ({ tagName: element, attribs: cleanAttributes(element, attributes, named) }),
    },
  });
}

function cleanAttributes(element: string, attributes: sanitize.Attributes, named: Named): sanitize.Attributes {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (attributeFault(element, name, value, named) !== null) continue;
    const clean = name === 'style' ? cleanStyle(value, 'headerHtml', 1).css : rewriteAttribute(name, value);
    if (name !== 'style' || clean !== '') kept[name] = clean;
  }
  return { ...kept, ...forcedAttributes(element, kept) };
}
