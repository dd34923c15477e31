import { z } from 'zod';
import { maxStringLength } from './rules';

/** Shapes of plans as the console sees them. Client-safe. */
const valueSchema = z.union([z.boolean(), z.number(), z.string().max(maxStringLength)]);
const wholeNumber = (max: number) => z.int('invalid').min(0, 'invalid').max(max, 'invalid');

const planFacts = {
  name: z.string().trim().min(1, 'required').max(40, 'too_long'),
  description: z.string().trim().max(200, 'too_long'),
  priceMonthlyMinor: wholeNumber(100_000_000),
  requestsPerMinute: wholeNumber(1_000_000).min(1, 'invalid'),
  burst: wholeNumber(1_000_000),
  concurrency: wholeNumber(100_000).min(1, 'invalid'),
};

export const changePlanSchema = z.strictObject({
  id: z.uuid(),
  /** The version that was looked at; another one means that somebody else saved in between. */
  version: z.int(),
  ...planFacts,
  /** By flag key; a flag that is missing goes back to its default. */
  values: z.record(z.string().max(60), valueSchema),
});
export type ChangePlan = z.infer<typeof changePlanSchema>;

export const changePlansSchema = z.strictObject({ plans: z.array(changePlanSchema).min(1).max(20) });

export const planMatrixSchema = z.object({
  flags: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      type: z.enum(['boolean', 'number', 'string']),
      kind: z.enum(['feature', 'quota']),
      category: z.string(),
      meter: z.string().nullable(),
      defaultValue: valueSchema,
    }),
  ),
  plans: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      version: z.int(),
      currency: z.string(),
      tenants: z.int(),
      updatedAt: z.string(),
      ...planFacts,
      values: z.record(z.string(), valueSchema),
    }),
  ),
});
export type PlanMatrix = z.infer<typeof planMatrixSchema>;
export type PlanRow = PlanMatrix['plans'][number];
export type PlanFlag = PlanMatrix['flags'][number];
