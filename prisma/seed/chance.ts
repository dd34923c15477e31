import type { Random } from './random';

export function chance(random: Random, share: number): boolean {
  return random.next() < share;
}

/** Around 0, as people and machines vary (Box–Muller). */
export function scatter(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

export function pickWeighted<T>(random: Random, weighted: readonly (readonly [T, number])[]): T {
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of weighted) if ((left -= weight) < 0) return item;
  const last = weighted.at(-1);
  if (!last) throw new Error('nothing to pick from');
  return last[0];
}
