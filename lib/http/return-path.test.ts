import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

describe('safeReturnPath', () => {
  it.each(['/members', '/members?status=active&sort=name', '/usage#errors'])('keeps %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    '/ok\r\nSet-Cookie: a=b',
    '/\t/evil.test',
    'members',
    '',
    null,
    undefined,
    '/@evil.test\\..',
    `/${'a'.repeat(3000)}`,
  ])('answers the start page for %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('never leads off this host, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (path) => {
          const origin = 'https://portal.test';
          expect(new URL(safeReturnPath(path), origin).origin).toBe(origin);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
