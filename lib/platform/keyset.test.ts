import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, toKeysetPage, type Cursor } from './keyset';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const all = Array.from({ length: 7 }, (_, n) => ({ id: id(n), value: String(n) }));
const keyOf = (row: { id: string; value: string }) => row;

/** What the database would answer. */
function read(cursor: Cursor | null, limit: number) {
  if (!cursor) return all.slice(0, limit + 1);
  const after = all.filter((row) => row.value > cursor.value);
  const before = all.filter((row) => row.value < cursor.value).reverse();
  return (cursor.direction === 'after' ? after : before).slice(0, limit + 1);
}

describe('toKeysetPage', () => {
  it('visits every row once forwards and comes back over the same pages', () => {
    const seen: string[][] = [];
    let page = toKeysetPage(read(null, 3), 3, null, keyOf);
    seen.push(page.data.map((row) => row.value));
    while (page.nextCursor) {
      const cursor = decodeCursor(page.nextCursor);
      page = toKeysetPage(read(cursor, 3), 3, cursor, keyOf);
      seen.push(page.data.map((row) => row.value));
    }
    expect(seen).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']]);
    const back = decodeCursor(page.previousCursor ?? '');
    const previous = toKeysetPage(read(back, 3), 3, back, keyOf);
    expect(previous.data.map((row) => row.value)).toEqual(['3', '4', '5']);
    expect(previous.nextCursor).not.toBeNull();
  });

  it('offers nothing before the first page and nothing after the last', () => {
    expect(toKeysetPage(read(null, 10), 10, null, keyOf)).toMatchObject({ nextCursor: null, previousCursor: null });
  });
});

describe('decodeCursor', () => {
  it('refuses what it did not write', () => {
    for (const text of [
      'x',
      'e30',
      Buffer.from('{"direction":"after","value":"1","id":"1 or 1=1"}').toString('base64url'),
    ]) {
      expect(() => decodeCursor(text)).toThrow(/no longer exists/);
    }
    expect(decodeCursor(encodeCursor({ direction: 'after', value: 'é', id: id(1) }))).toEqual({
      direction: 'after',
      value: 'é',
      id: id(1),
    });
  });
});
