import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { placedTables } from '../tables';

/** Code that writes SQL for tenants. What runs as the owner or is no code of the server is not asked. */
const elsewhere = /\.test\.ts$|^lib\/(generated|testing|tenancy|platform|features\/canary)\//;

const files = fs
  .readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map((name) => path.join('lib', name).replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !elsewhere.test(file));

/** A placed table after a word that wants a table, without `"public".` before it; `public.` without the quotes is not seen either. */
const bare = new RegExp(
  `\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|USING)\\s+(?:ONLY\\s+)?(?:public\\.)?"?(?:${placedTables.join('|')})"?(?![\\w"])`,
  'gi',
);

describe('raw SQL', () => {
  it('names a placed table together with "public", so that the statement can be sent to where the table is', () => {
    const found = files.flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(bare)].map(([text]) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('is looked for in a way that finds it', () => {
    for (const text of [
      'SELECT 1 FROM members WHERE',
      'delete from only members',
      'UPDATE public.members',
      'JOIN "members"',
    ])
      expect(text.match(bare), text).toHaveLength(1);
    expect('SELECT 1 FROM "public".members, "public"."members"'.match(bare)).toBeNull();
    expect('DELETE FROM members_of_parliament'.match(bare)).toBeNull();
  });
});
