import { describe, expect, it } from 'vitest';
import { matchesTag } from './entity-tag';

describe('If-None-Match', () => {
  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc"', true],
    ['"x",W/"abc" , "y"', true],
    ['*', true],
    [' * ', true],
    ['"a,b", "abc"', true],
    [null, false],
    ['', false],
    ['abc', false],
    ['"ABC"', false],
    ['"abcd"', false],
    ['w/"abc', false],
    ['"x, abc"', false],
    ['"*"', false],
  ])('%j', (header, same) => {
    expect(matchesTag(header, '"abc"')).toBe(same);
  });
});
