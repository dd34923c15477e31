/**
 * Upper bounds of the latency buckets in milliseconds, exclusive; a last bucket holds everything slower. Stored roll-ups depend on
 * them: a change needs a new column, not an edit.
 */
export const latencyBoundsMs = [
  5, 10, 20, 35, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 10000,
] as const;

export const latencyBucketCount = latencyBoundsMs.length + 1;

/** Index of the bucket that counts a request of this length; the same answer as PostgreSQL's width_bucket over the bounds. */
export function latencyBucket(durationMs: number): number {
  const index = latencyBoundsMs.findIndex((bound) => durationMs < bound);
  return index === -1 ? latencyBoundsMs.length : index;
}

/**
 * The latency that the share `quantile` (0 to 1) of requests did not exceed, in milliseconds; null without requests. Within a bucket
 * the requests are taken as evenly spread; the open last bucket answers with its lower bound, which is what is certain.
 */
export function percentile(counts: readonly number[], quantile: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = Math.max(quantile * total, Number.MIN_VALUE);
  let below = 0;
  for (const [index, count] of counts.entries()) {
    if (below + count >= wanted) return interpolate(index, (wanted - below) / count);
    below += count;
  }
  return lowerBound(latencyBoundsMs.length);
}

function interpolate(index: number, share: number): number {
  const low = lowerBound(index);
  const high = latencyBoundsMs[index];
  return high === undefined ? low : low + (high - low) * share;
}

function lowerBound(index: number): number {
  return latencyBoundsMs[index - 1] ?? 0;
}

/** Adds two histograms; `sign` -1 takes the second away from the first. */
export function addLatency(a: readonly number[], b: readonly number[], sign: 1 | -1 = 1): number[] {
  return Array.from({ length: latencyBucketCount }, (_, index) => (a[index] ?? 0) + sign * (b[index] ?? 0));
}

export interface Comparison {
  direction: 'up' | 'down' | 'flat';
  /** Relative change, 0.12 for 12 % more; null when there was nothing before to compare with. */
  change: number | null;
}

/** Against the period before. Less than half a percent counts as unchanged; null when one of the two is not known. */
export function compare(current: number | null, previous: number | null): Comparison | null {
  if (current === null || previous === null) return null;
  if (current === previous) return { direction: 'flat', change: 0 };
  const direction = current > previous ? 'up' : 'down';
  if (previous === 0) return { direction, change: null };
  const change = (current - previous) / previous;
  return Math.abs(change) < 0.005 ? { direction: 'flat', change: 0 } : { direction, change };
}

/** Server errors count against us; a 404 or a refused sign-in does not. */
export function isErrorStatus(status: number): boolean {
  return status >= 500;
}
