import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addLatency,
  compare,
  isErrorStatus,
  latencyBoundsMs,
  latencyBucket,
  latencyBucketCount,
  percentile,
} from './rules';

const histogram = (durations: readonly number[]): number[] => {
  const counts = Array.from({ length: latencyBucketCount }, () => 0);
  for (const duration of durations) counts[latencyBucket(duration)] = (counts[latencyBucket(duration)] ?? 0) + 1;
  return counts;
};

describe('latencyBucket', () => {
  it('puts a duration that equals a bound into the bucket above it', () => {
    for (const [index, bound] of latencyBoundsMs.entries()) {
      expect(latencyBucket(bound - 1)).toBeLessThanOrEqual(index);
      expect(latencyBucket(bound)).toBe(index + 1);
    }
  });

  it('has a bucket for nothing and one for the slowest', () => {
    expect(latencyBucket(0)).toBe(0);
    expect(latencyBucket(9_999_999)).toBe(latencyBucketCount - 1);
  });
});

describe('percentile', () => {
  it('has no answer without requests', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile(histogram([]), 0.95)).toBeNull();
  });

  it('never leaves the bucket that holds the true value', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(durations, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, quantile) => {
        const sorted = [...values].sort((a, b) => a - b);
        const truth = sorted[Math.ceil(quantile * sorted.length) - 1] ?? 0;
        const bucket = latencyBucket(truth);
        const answer = percentile(histogram(values), quantile) ?? -1;
        expect(answer).toBeGreaterThanOrEqual(latencyBoundsMs[bucket - 1] ?? 0);
        expect(answer).toBeLessThanOrEqual(latencyBoundsMs[bucket] ?? latencyBoundsMs[bucket - 1] ?? 0);
      }),
    );
  });

  it('grows with the quantile', () => {
    const counts = histogram([3, 8, 8, 40, 90, 90, 240, 700]);
    const answers = [0, 0.25, 0.5, 0.75, 0.95, 1].map((quantile) => percentile(counts, quantile) ?? -1);
    expect(answers).toEqual([...answers].sort((a, b) => a - b));
  });

  it('answers an open end with what is certain', () => {
    expect(percentile(histogram([60_000]), 0.5)).toBe(10_000);
  });
});

describe('addLatency', () => {
  it('adds and takes away bucket by bucket, whatever is missing', () => {
    const [a, b] = [histogram([1, 30, 30]), histogram([30, 20_000])];
    expect(addLatency(addLatency(a, b), b, -1)).toEqual(a);
    expect(addLatency([], b)).toEqual(b);
  });
});

describe('compare', () => {
  it('knows no change without both values', () => {
    expect(compare(null, 4)).toBeNull();
    expect(compare(4, null)).toBeNull();
  });

  it('gives direction and share', () => {
    expect(compare(112, 100)).toEqual({ direction: 'up', change: 0.12 });
    expect(compare(50, 100)).toEqual({ direction: 'down', change: -0.5 });
    expect(compare(0, 0)).toEqual({ direction: 'flat', change: 0 });
  });

  it('has a direction but no share when there was nothing before', () => {
    expect(compare(5, 0)).toEqual({ direction: 'up', change: null });
  });

  it('calls less than half a percent unchanged', () => {
    expect(compare(1004, 1000)?.direction).toBe('flat');
    expect(compare(1005, 1000)?.direction).toBe('up');
  });
});

it('counts server errors only', () => {
  expect([200, 304, 401, 404, 429, 499].some(isErrorStatus)).toBe(false);
  expect([500, 502, 503].every(isErrorStatus)).toBe(true);
});
