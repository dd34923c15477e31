import { expect, it } from 'vitest';
import { nextSort, NO_SELECTION, togglePage, toggleRow } from './data-table-types';
import { readSort } from './use-table-url-state';

it('a header goes from ascending to descending to none, and another header starts over', () => {
  const up = nextSort(null, 'name');
  expect(up).toEqual({ id: 'name', direction: 'asc' });
  const down = nextSort(up, 'name');
  expect(down).toEqual({ id: 'name', direction: 'desc' });
  expect(nextSort(down, 'name')).toBeNull();
  expect(nextSort(down, 'role')).toEqual({ id: 'role', direction: 'asc' });
});

it('a page is added to what was selected on other pages, and taken away again without touching them', () => {
  const before = toggleRow(NO_SELECTION, 'elsewhere');
  const added = togglePage(before, ['a', 'b']);
  expect([...added.ids]).toEqual(['elsewhere', 'a', 'b']);
  expect([...togglePage(added, ['a', 'b']).ids]).toEqual(['elsewhere']);
});

it('unticking one row of "all that match" selects nothing, never silently only this page', () => {
  expect(toggleRow({ ids: new Set(), allMatching: true }, 'a')).toEqual(NO_SELECTION);
  expect(togglePage({ ids: new Set(), allMatching: true }, ['a'])).toEqual(NO_SELECTION);
});

it('leaves the selection it was given unchanged', () => {
  const before = toggleRow(NO_SELECTION, 'a');
  toggleRow(before, 'b');
  expect([...before.ids]).toEqual(['a']);
});

it.each([
  ['name', { id: 'name', direction: 'asc' }],
  ['-name', { id: 'name', direction: 'desc' }],
  ['', null],
  ['-', null],
  [null, null],
])('reads the order %j from the address', (value, sort) => {
  expect(readSort(value)).toEqual(sort);
});
