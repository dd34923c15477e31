import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf, dropPlace, dropRow, moveRow, toItems, toRows, type Row } from './navigation-rows';

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

/** a, b with b1 and b2, c */
const menu = toRows(
  [
    { ...page('a'), children: [] },
    { ...page('b'), children: [page('b1'), page('b2')] },
    { ...page('c'), children: [] },
  ],
  () => '',
).map((row) => ({ ...row, key: row.pageId }));
const shape = (rows: readonly Row[]) => rows.map(({ key, nested }) => (nested ? `.${key}` : key)).join(' ');

describe('a row that is dragged', () => {
  it('takes along what stands below it', () => {
    expect(blockOf(menu, 'b')).toEqual({ start: 1, length: 3 });
    expect(shape(dropRow(menu, 'b', { before: 0, nested: false }))).toBe('b .b1 .b2 a c');
    expect(shape(dropRow(menu, 'b', { before: 9, nested: true }))).toBe('a c b .b1 .b2');
  });

  it('goes below what it is let go after, and comes out again', () => {
    expect(shape(dropRow(menu, 'c', { before: 1, nested: true }))).toBe('a .c b .b1 .b2');
    expect(shape(dropRow(menu, 'b2', { before: 3, nested: false }))).toBe('a b .b1 b2 c');
    expect(shape(dropRow(menu, 'c', { before: 0, nested: true }))).toBe('c a b .b1 .b2');
  });

  it('between two that stand below the same one stands below it as well', () => {
    expect(shape(dropRow(menu, 'c', { before: 3, nested: false }))).toBe('a b .b1 .c .b2');
  });

  it('that has something below it is let go beside, never within, what another one has', () => {
    const two = [...menu, { ...menu[2], key: 'c1' }, { ...menu[2], key: 'c2' }] as Row[];
    expect(shape(two)).toBe('a b .b1 .b2 c .c1 .c2');
    expect(shape(dropRow(two, 'c', { before: 2, nested: false }))).toBe('a c .c1 .c2 b .b1 .b2');
    expect(shape(dropRow(two, 'c', { before: 3, nested: true }))).toBe('a b .b1 .b2 c .c1 .c2');
  });

  it('that is not there moves nothing', () => {
    expect(dropRow(menu, 'z', { before: 0, nested: false })).toEqual(menu);
  });

  it('is never lost, never cut off from its own, and lands where it was shown to land', () => {
    const list = fc
      .array(fc.boolean(), { minLength: 1, maxLength: 14 })
      .map((flags): Row[] =>
        flags.map((nested, at) => ({ ...page(`p${at}`), key: `p${at}`, nested: nested && at > 0, url: '' })),
      );
    const parents = (rows: readonly Row[]) =>
      new Map(toItems(rows).flatMap((item) => item.children.map((child) => [idOf(child), idOf(item)])));
    fc.assert(
      fc.property(list, fc.nat(13), fc.integer({ min: -2, max: 16 }), fc.boolean(), (rows, pick, before, nested) => {
        const key = rows[pick % rows.length]?.key ?? '';
        const after = dropRow(rows, key, { before, nested });
        expect(after.map((row) => row.key).sort()).toEqual(rows.map((row) => row.key).sort());
        const place = dropPlace(rows, key, { before, nested });
        expect(dropPlace(rows, key, place)).toEqual(place);
        expect(after.findIndex((row) => row.key === key)).toBe(place.before);
        const [had, has] = [parents(rows), parents(after)];
        for (const [child, parent] of had) if (child !== key) expect(has.get(child)).toBe(parent);
        for (const child of has.keys()) if (child !== key) expect(had.has(child)).toBe(true);
      }),
    );
  });
});

function idOf(entry: { kind: string; pageId?: string }): string {
  return entry.pageId ?? '';
}
