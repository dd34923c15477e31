import { z } from 'zod';
import { maxStringLength } from '@/lib/core/plans/rules';

/** Shapes of flags as the console and the portal see them. Client-safe. */
export const flagTypes = ['boolean', 'number', 'string'] as const;
export const flagCategories = ['site', 'branding', 'people', 'records', 'support', 'limits', 'general'] as const;
export type FlagCategory = (typeof flagCategories)[number];

export const flagValueSchema = z.union([z.boolean(), z.number(), z.string().max(maxStringLength)]);

/** Lower-case words joined by dots, such as `site.pages`. */
export const flagKeySchema = z
  .string()
  .trim()
  .min(3, 'required')
  .max(60, 'too_long')
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/, 'invalid_flag_key');

const nameSchema = z.string().trim().min(1, 'required').max(80, 'too_long');
const descriptionSchema = z.string().trim().min(1, 'required').max(300, 'too_long');
export const reasonSchema = z.string().trim().min(3, 'required').max(300, 'too_long');

export const createFlagSchema = z.strictObject({
  key: flagKeySchema,
  name: nameSchema,
  description: descriptionSchema,
  type: z.enum(flagTypes),
  category: z.enum(flagCategories),
  defaultValue: flagValueSchema,
  tenantEditable: z.boolean(),
});
export type CreateFlag = z.infer<typeof createFlagSchema>;

/** Key, type and kind never change: code and stored values rely on them. */
export const changeFlagSchema = createFlagSchema.omit({ type: true });
export type ChangeFlag = z.infer<typeof changeFlagSchema>;

export const setOverrideSchema = z.strictObject({
  tenantId: z.uuid(),
  key: z.string().max(60),
  value: flagValueSchema,
  reason: reasonSchema,
});
export type SetOverride = z.infer<typeof setOverrideSchema>;

export const removeOverrideSchema = z.strictObject({ tenantId: z.uuid(), key: z.string().max(60) });
export type RemoveOverride = z.infer<typeof removeOverrideSchema>;

export const switchFeatureSchema = z.strictObject({ key: z.string().max(60), on: z.boolean() });
export type SwitchFeature = z.infer<typeof switchFeatureSchema>;

export const tenantsOfFlagQuery = z.object({
  key: z.string().max(60),
  /** JSON of the value, such as `true`, `25` or `"E-mail"`. */
  value: z
    .string()
    .max(maxStringLength + 10)
    .optional(),
  /** Only tenants whose value differs from their plan's, because somebody set it. */
  overridden: z.enum(['1']).optional(),
  cursor: z.string().max(1_000).optional(),
});
export type TenantsOfFlagQuery = z.infer<typeof tenantsOfFlagQuery>;

const sourceSchema = z.enum(['override', 'tenant', 'plan', 'default']);

export const tenantsOfFlagSchema = z.object({
  /** Every value that tenants have, most common first. */
  values: z.array(z.object({ value: flagValueSchema, tenants: z.number() })),
  data: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      slug: z.string(),
      planName: z.string(),
      value: flagValueSchema,
      source: sourceSchema,
      override: z
        .object({ value: flagValueSchema, reason: z.string(), setByName: z.string(), at: z.string() })
        .nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type TenantsOfFlag = z.infer<typeof tenantsOfFlagSchema>;
export type TenantOfFlag = TenantsOfFlag['data'][number];

export const flagListSchema = z.object({
  plans: z.array(z.object({ id: z.uuid(), key: z.string(), name: z.string() })),
  flags: z.array(
    z.object({
      id: z.uuid(),
      key: z.string(),
      name: z.string(),
      description: z.string(),
      type: z.enum(flagTypes),
      kind: z.enum(['feature', 'quota']),
      category: z.string(),
      defaultValue: flagValueSchema,
      meter: z.string().nullable(),
      tenantEditable: z.boolean(),
      /** Named in code: it does something by itself. */
      shipped: z.boolean(),
      /** By plan id; absent where the plan leaves it at the default. */
      planValues: z.record(z.string(), flagValueSchema),
      overrides: z.number(),
      switchedOff: z.number(),
    }),
  ),
});
export type FlagList = z.infer<typeof flagListSchema>;
export type FlagSummary = FlagList['flags'][number];

export const tenantSearchQuery = z.object({ q: z.string().trim().max(80).default('') });
export const tenantSearchSchema = z.object({
  data: z.array(z.object({ id: z.uuid(), name: z.string(), slug: z.string() })),
});
export type TenantChoice = z.infer<typeof tenantSearchSchema>['data'][number];

/** Every feature and limit of a tenant, with where its value comes from. */
export const tenantFeaturesSchema = z.object({
  planName: z.string(),
  features: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      category: z.string(),
      type: z.enum(flagTypes),
      kind: z.enum(['feature', 'quota']),
      meter: z.string().nullable(),
      value: flagValueSchema,
      source: sourceSchema,
      /** Why the people who run the service set it, when they did. */
      reason: z.string().nullable(),
      /** The tenant's own admin can turn it off and back on. */
      switchable: z.boolean(),
      /** Quotas: how much is in use; null where it is not known. */
      used: z.number().nullable(),
    }),
  ),
});
export type TenantFeatures = z.infer<typeof tenantFeaturesSchema>;
export type TenantFeature = TenantFeatures['features'][number];
