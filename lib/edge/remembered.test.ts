import { expect, it } from 'vitest';
import { remembered } from './remembered';

it('asks once for a text, holds only so many, and never a long one', () => {
  const asked: string[] = [];
  const upper = remembered({ entries: 2, length: 3 }, (text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'a', 'b', 'a', 'long', 'long'].map(upper)).toEqual(['A', 'A', 'B', 'A', 'LONG', 'LONG']);
  expect(asked).toEqual(['a', 'b', 'long', 'long']);
  upper('c');
  upper('a');
  expect(asked.slice(-2)).toEqual(['c', 'a']);
});
