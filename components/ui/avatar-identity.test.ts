import { expect, it } from 'vitest';
import { hueIndexOf, initialsOf } from './avatar-identity';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Jean-Luc van der Berg', 'JB'],
  ['acme', 'A'],
  ['ada@example.com', 'AC'],
  ['  ', '?'],
  ['ößel ärger', 'ÖÄ'],
  ['👩‍🚀 Crew', '👩‍🚀C'],
])('%j is shown as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives a name one of the eight chart colours, and always the same', () => {
  const names = Array.from({ length: 400 }, (_, index) => `Person ${index}`);
  const hues = new Set(names.map(hueIndexOf));
  expect([...hues].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(names.map(hueIndexOf)).toEqual(names.map(hueIndexOf));
});

it('does not depend on case or on how an accent is encoded', () => {
  expect(hueIndexOf('Zoë')).toBe(hueIndexOf('zoe\u0308'));
});
