import { expect, it } from 'vitest';
import { matchCommands } from './command-match';
import type { CommandGroup } from './shell-types';

const groups: CommandGroup[] = [
  {
    label: 'Go to',
    items: [
      { id: '1', label: 'Tenant members', kind: 'link', href: '/a' },
      { id: '2', label: 'Members', keywords: 'people users', kind: 'link', href: '/b' },
      { id: '3', label: 'Café settings', kind: 'link', href: '/c' },
    ],
  },
  { label: 'Actions', items: [{ id: '4', label: 'Invite member', kind: 'link', href: '/d' }] },
];
const found = (query: string) => matchCommands(groups, query).map((group) => group.items.map((item) => item.id));

it('puts a label that starts with the word before one that holds it', () => {
  expect(found('memb')).toEqual([['2', '1'], ['4']]);
});

it('wants every word, in any order', () => {
  expect(found('member invite')).toEqual([['4']]);
  expect(found('member nothing')).toEqual([]);
});

it('finds by further words, and without accents or case', () => {
  expect(found('PEOPLE')).toEqual([['2']]);
  expect(found('cafe')).toEqual([['3']]);
});

it('shows everything while nothing is typed', () => {
  expect(found('  ')).toEqual([['1', '2', '3'], ['4']]);
});
