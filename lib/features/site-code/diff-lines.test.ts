import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines';

const written = (before: string, after: string): string =>
  diffLines(before, after)
    .map(({ kind, text }) => ({ kept: ' ', in: '+', out: '-', gap: '~' })[kind] + text)
    .join('|');

describe('what changed between two texts', () => {
  it('is nothing between equal ones, and all of one against none', () => {
    expect(diffLines('a\nb', 'a\nb')).toEqual([]);
    expect(written('', 'a\nb')).toBe('+a|+b');
    expect(written('a\nb', '')).toBe('-a|-b');
  });

  it('is shown with two lines around it, and the rest as a gap', () => {
    expect(written('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\nx\n5\n6\n7')).toBe('~| 2| 3|-4|+x| 5| 6|~');
    expect(written('a\nb\nc', 'a\nc\nd')).toBe(' a|-b| c|+d');
  });

  it('makes either text out of the other, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 5 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        if (before === after || before === '' || after === '' || lines.some(({ kind }) => kind === 'gap')) return;
        const side = (other: 'in' | 'out') =>
          lines
            .filter(({ kind }) => kind !== other)
            .map((line) => line.text)
            .join('\n');
        expect([side('in'), side('out')]).toEqual([before, after]);
      }),
    );
  });
});
