import { describe, expect, it } from 'vitest';
import { parentFault, placeInTree, swapWithNeighbour, trailOf } from './tree';

const node = (id: string, parentId: string | null = null) => ({ id, parentId, slug: `s-${id}` });
const nodes = [node('a'), node('b', 'a'), node('c', 'b'), node('d'), node('lost', 'gone')];

describe('a tree of pages', () => {
  it('gives each page the address of those above it and its own', () => {
    expect(placeInTree(nodes).map(({ path, depth }) => [path, depth])).toEqual([
      ['s-a', 0],
      ['s-a/s-b', 1],
      ['s-a/s-b/s-c', 2],
      ['s-d', 0],
    ]);
  });

  it('leaves out a ring instead of following it', () => {
    expect(placeInTree([node('x', 'y'), node('y', 'x')])).toEqual([]);
  });

  it('knows what stands above a page', () => {
    expect(trailOf(nodes, node('c', 'b')).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it.each([
    ['a', 'a', 'below_itself'],
    ['a', 'c', 'below_itself'],
    ['d', 'c', 'page_too_deep'],
    ['a', 'd', 'page_too_deep'],
    ['b', 'd', null],
    ['c', null, null],
    ['d', 'nobody', 'invalid'],
    [null, 'b', null],
    [null, 'c', 'page_too_deep'],
  ])('answers %s below %s with %s', (page, parent, fault) => {
    expect(parentFault(nodes, page, parent)).toBe(fault);
  });

  it('moves a page past its neighbour and no further than the end', () => {
    expect(swapWithNeighbour(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(swapWithNeighbour(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(swapWithNeighbour(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
    expect(swapWithNeighbour(['a', 'b'], 'b', 'down')).toEqual(['a', 'b']);
  });
});
