import { describe, expect, it } from 'vitest';
import { moveRow, toItems, toRows } from './navigation-rows';

const page = (pageId: string) => ({ kind: 'page' as const, pageId, label: '' });
const items = [
  { ...page('a'), children: [page('b')] },
  { kind: 'link' as const, url: 'https://example.com/', label: 'Out', children: [] },
];
let count = 0;
const rows = toRows(items, () => `k${count++}`);

describe('rows of a navigation', () => {
  it('become the very navigation that they were made of', () => {
    expect(toItems(rows)).toEqual(items);
  });

  it('move past each other, and no further than the ends', () => {
    expect(moveRow(rows, 'k2', -1).map(({ key }) => key)).toEqual(['k0', 'k2', 'k1']);
    expect(moveRow(rows, 'k0', -1).map(({ key }) => key)).toEqual(['k0', 'k1', 'k2']);
    expect(moveRow(rows, 'k2', 1).map(({ key }) => key)).toEqual(['k0', 'k1', 'k2']);
  });

  it('have none below nothing', () => {
    expect(toItems(moveRow(rows, 'k1', -1)).map(({ children }) => children.length)).toEqual([0, 0, 0]);
  });
});
