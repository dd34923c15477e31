import 'server-only';
import { createHash } from 'node:crypto';
import { cleanCss } from './clean-css';
import { cleanHtml } from './clean-html';
import type { Finding, SiteCode } from './schema';

export interface CleanCode {
  servedCss: string;
  servedHeaderHtml: string;
  servedFooterHtml: string;
  cssSha256: string;
  jsSha256: string;
  findings: Finding[];
}

/** What a site serves of a tenant's code, and what was taken out of it. JavaScript is served as it is: its origin is what keeps it apart. */
export function cleanCode({ css, js, headerHtml, footerHtml, origins }: SiteCode): CleanCode {
  const sheet = cleanCss(css);
  const header = cleanHtml(headerHtml, 'headerHtml', origins);
  const footer = cleanHtml(footerHtml, 'footerHtml', origins);
  return {
    servedCss: sheet.css,
    servedHeaderHtml: header.html,
    servedFooterHtml: footer.html,
    cssSha256: fileHash(sheet.css),
    jsSha256: fileHash(js),
    findings: [...sheet.findings, ...header.findings, ...footer.findings],
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const fileHash = (text: string): string => (text.trim() === '' ? '' : sha256(text));
