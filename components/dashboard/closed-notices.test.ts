import { describe, expect, it } from 'vitest';
import { readClosedNotices, writeClosedNotices } from './closed-notices';

const key = (number: number) => `0198a3a0-0000-7000-8000-00000000000${number}-mgk2v8w0`;

describe('announcements closed on a device', () => {
  it('are read as they were written, the newest twenty of them', () => {
    const keys = Array.from({ length: 30 }, (_, at) => key(at % 10) + at);
    expect(readClosedNotices(writeClosedNotices(keys))).toEqual(keys.slice(0, 20));
    expect(writeClosedNotices(keys).length).toBeLessThan(1_200);
  });

  it('are none where the cookie is missing or nonsense', () => {
    for (const cookie of [undefined, '', '...', '<script>', 'é', 'a'.repeat(61)])
      expect(readClosedNotices(cookie)).toEqual([]);
  });
});
