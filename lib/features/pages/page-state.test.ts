import { describe, expect, it } from 'vitest';
import { liveState } from './page-state';

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1, hour));
const draft = {
  ...{ status: 'draft', publishedAt: null, changedAt: null, updatedAt: at(1), publishAt: null, unpublishAt: null },
};
const published = { ...draft, status: 'published', publishedAt: at(2) };

describe('what visitors see', () => {
  it('is nothing of a draft, and a published page as it last was', () => {
    expect(liveState(draft, at(9))).toBeNull();
    expect(liveState(published, at(9))).toEqual({ fromDraft: false, publishedAt: at(2), changedAt: at(1) });
  });

  it('begins exactly when it was to begin, whether or not a worker was there', () => {
    const row = { ...draft, publishAt: at(10) };
    expect(liveState(row, new Date(at(10).getTime() - 1))).toBeNull();
    expect(liveState(row, at(10))).toEqual({ fromDraft: true, publishedAt: at(10), changedAt: at(10) });
  });

  it('are the former words until new ones are due', () => {
    const row = { ...published, publishAt: at(10) };
    expect(liveState(row, at(9))).toMatchObject({ fromDraft: false });
    expect(liveState(row, at(10))).toMatchObject({ fromDraft: true, publishedAt: at(2) });
  });

  it('ends exactly when it was to end', () => {
    const row = { ...published, unpublishAt: at(10) };
    expect(liveState(row, new Date(at(10).getTime() - 1))).not.toBeNull();
    expect(liveState(row, at(10))).toBeNull();
  });

  it('is there between both times only, and from the later one where the end comes first', () => {
    const between = { ...draft, publishAt: at(10), unpublishAt: at(12) };
    expect([9, 10, 11, 12].map((hour) => liveState(between, at(hour)) !== null)).toEqual([false, true, true, false]);
    const again = { ...published, publishAt: at(12), unpublishAt: at(10) };
    expect([9, 10, 11, 12].map((hour) => liveState(again, at(hour)) !== null)).toEqual([true, false, false, true]);
  });
});
