import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Pages and notices of console, portal and find page. A site's words are in the site's language, which is part of what it shows. */
const files = fs
  .readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((name) => path.join('app', name).replaceAll(path.sep, '/'))
  .filter((file) => /\/(page|not-found|layout)\.tsx$/.test(file) && !/\/\[host\]\/(site|draft)\//.test(file))
  .map((file) => ({ file, text: fs.readFileSync(file, 'utf8') }))
  .filter(({ text }) => !text.startsWith("'use client'"));

/** Each of these settles the language before it answers (lib/http/page.ts, open-tenant.ts). */
const OPENS = /\b(?:openLanguage|openMemberPage|openConsolePage|openVisitorPage|openTenant)\(/;

/** From the name of a function to the end of the file: what comes before is another one's. */
function bodyOf(text: string, head: RegExp): string | null {
  const found = head.exec(text);
  return found && text.slice(found.index);
}

describe('the language of a request', () => {
  it('is settled by each page itself: what is around it is rendered beside it, not before', () => {
    const silent = files.filter(({ text }) => {
      const body = bodyOf(text, /export default (?:async )?function/);
      return body !== null && /\bt\(|\btranslator\(|Notice\b|<\w+View\b/.test(body) && !OPENS.test(body);
    });
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('is settled by each head', () => {
    const silent = files.filter(({ text }) => {
      const head = /export async function generateMetadata[\s\S]*?\n}\n/.exec(text)?.[0];
      return head !== undefined && /\bt\(|\btranslator\(/.test(head) && !OPENS.test(head);
    });
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('is not that of the moment when the server was started', () => {
    const early = files.filter(({ text }) => /^(?:export )?const \w+ = (?:t|translator\([^)]*\))\(/m.test(text));
    expect(early.map(({ file }) => file)).toEqual([]);
  });
});
