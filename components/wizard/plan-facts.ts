import type { PlanMatrix, PlanRow } from '@/lib/core/plans/schema';
import type { FeatureValue } from './draft';

/** What tells plans apart at a glance. −1 stands for no limit. */
export interface PlanFacts {
  members: number;
  requests: number;
  features: number;
}

export function planFacts(matrix: PlanMatrix, plan: PlanRow): PlanFacts {
  const number = (key: string): number => Number(planValue(matrix, plan, key) ?? 0);
  const features = matrix.flags.filter(
    ({ key, type, kind }) => kind === 'feature' && type === 'boolean' && planValue(matrix, plan, key) === true,
  );
  return { members: number('quota.members'), requests: number('quota.requests_monthly'), features: features.length };
}

/** What a flag is worth on a plan: its own value, or the flag's default. */
export function planValue(matrix: PlanMatrix, plan: PlanRow | undefined, key: string): FeatureValue | undefined {
  return plan?.values[key] ?? matrix.flags.find((flag) => flag.key === key)?.defaultValue;
}
