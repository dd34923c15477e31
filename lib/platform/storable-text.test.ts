import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, storable } from './storable-text';

describe('a text of a stranger', () => {
  it('can be stored afterwards, whatever it was, and stays as it is where it could be', () => {
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (text) => {
        expect(isStorable(storable(text))).toBe(true);
        if (isStorable(text)) expect(storable(text)).toBe(text);
      }),
    );
  });

  it('shows where something was', () => {
    expect(storable('a\u0000b\u0000\ud800c😀')).toBe('a\uFFFDb\uFFFD\uFFFDc😀');
  });
});
