/** Two sides of a ratio, in turn: what slows the machine for a while slows both. */
export interface Comparison {
  /** Medians over the rounds. */
  ours: number;
  base: number;
  /** Median of the rounds' own ratios. */
  ratio: number;
  p99: number;
}

/** @param work one round; resolves to the durations of its operations in milliseconds, or to one figure */
export async function interleave(
  ours: () => Promise<number[]>,
  base: () => Promise<number[]>,
  rounds: number,
): Promise<Comparison> {
  await base();
  await ours();
  const [ourMedians, baseMedians, ratios, all]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes from round to round.
    const first = round % 2 === 0 ? base : ours;
    const second = first === base ? ours : base;
    const [a, b] = [await first(), await second()];
    const [mine, theirs] = first === base ? [b, a] : [a, b];
    ourMedians.push(median(mine));
    baseMedians.push(median(theirs));
    ratios.push(median(mine) / median(theirs));
    all.push(...mine);
  }
  return { ours: median(ourMedians), base: median(baseMedians), ratio: median(ratios), p99: quantile(all, 0.99) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Runs `operation` `count` times by `callers` at once; durations in milliseconds. */
export async function timed(
  count: number,
  callers: number,
  operation: (i: number) => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) {
      const i = next++;
      const start = performance.now();
      await operation(i);
      durations.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return durations;
}
