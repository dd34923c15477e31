import 'server-only';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * Markdown (CommonMark with GFM's tables, strikethrough and bare links) to HTML that can do nothing: raw HTML is shown as text, and
 * links and pictures lead to http, https, mailto or the site itself. Every tag in the result was written by micromark.
 * Headings begin at the second level, because the page's title is the first, and leave none out.
 */
export function renderMarkdown(body: string): string {
  const html = micromark(body, {
    allowDangerousHtml: false,
    allowDangerousProtocol: false,
    extensions: [gfm({ singleTilde: false }), { disable: { null: unwanted } }],
    htmlExtensions: [gfmHtml()],
  });
  return withHeadingsInOrder(html)
    .replace(/<a href="([^"]*)"/g, (_tag, target: string) => linkStart(target))
    .replace(/<img src="([^"]*)" alt="([^"]*)"/g, (_tag, source: string, alt: string) => pictureStart(source, alt));
}

/** Whoever begins with ## means the same as whoever begins with #: a reader's software must not miss a level in between. */
function withHeadingsInOrder(html: string): string {
  const used = new Set([...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level)));
  const levels = [...used].sort((a, b) => a - b);
  const place = (level: string): number => Math.min(levels.indexOf(Number(level)) + 2, 6);
  return html.replace(/<(\/?)h([1-6])>/g, (_tag, slash: string, level: string) => `<${slash}h${place(level)}>`);
}

/** A refused target leaves a link that leads nowhere, not one that reloads the page. */
function linkStart(target: string): string {
  if (target === '' || !isAllowed(target)) return '<a';
  return `<a href="${target}"${isExternal(target) ? ' rel="noopener noreferrer"' : ''}`;
}

function pictureStart(source: string, alt: string): string {
  const from = /^mailto:/i.test(source) || !isAllowed(source) ? '' : source;
  return `<img src="${from}" alt="${alt}" loading="lazy"`;
}

/** Check boxes without a label and footnotes with generated ids are more trouble to a reader than they are worth. */
const unwanted = ['tasklistCheck', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'];

/** micromark lets irc and xmpp through as well; nobody needs those here. */
function isAllowed(target: string): boolean {
  return !isExternal(target) || /^(https?:|mailto:|\/\/)/i.test(target);
}

/** Has a scheme, or names another host without one. */
function isExternal(target: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
}
