import { describe, expect, it } from 'vitest';
import { encodeCursor } from '@/lib/platform/keyset';
import { searchValues } from './search-values';

const cursor = encodeCursor({ direction: 'after', value: 'Ada', id: '0192f0c4-7a3e-7cc3-9f0e-3d2f1a6b5c4d' });

describe('what a page reads of its address', () => {
  it('is the first of each name', async () => {
    expect(await searchValues(Promise.resolve({ q: ['a', 'b'], sort: 'name', none: undefined }))).toEqual({
      q: 'a',
      sort: 'name',
    });
  });

  it('is nothing that the database can’t hold, and no place that is in no list', async () => {
    for (const bad of ['a\u0000b', 'junk', '', Buffer.from('{"id":1}').toString('base64url'), `${cursor}x`.slice(3)])
      expect(await searchValues(Promise.resolve({ cursor: bad, q: 'kept' })), JSON.stringify(bad)).toEqual({
        q: 'kept',
      });
    expect(await searchValues(Promise.resolve({ q: 'a\u0000b' }))).toEqual({});
    expect(await searchValues(Promise.resolve({ cursor }))).toEqual({ cursor });
  });
});
