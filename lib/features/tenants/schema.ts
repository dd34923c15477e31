import { z } from 'zod';

export const tenantStatuses = ['provisioning', 'active', 'suspended', 'archived', 'erased'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

export const placements = ['shared', 'schema', 'database'] as const;

/** How many tenants may stand above one another. app.live_brand looks no further. */
export const PARENTS_MAX = 7;

export const setParentSchema = z.strictObject({
  id: z.uuid(),
  parentSlug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'no_such_tenant')
    .max(40, 'no_such_tenant')
    .nullable(),
});

export const tenantSorts = ['name', 'created', 'status', 'plan'] as const;
export type TenantSort = (typeof tenantSorts)[number];

/** Some of a closed list, separated by commas in the address; what is not on the list is dropped. */
function someOf<T extends string>(allowed: readonly T[]) {
  return z
    .string()
    .max(200)
    .optional()
    .transform((value) => allowed.filter((item) => value?.split(',').includes(item)));
}

const planKeys = z
  .string()
  .max(400)
  .optional()
  .transform((value) => (value ?? '').split(',').filter((key) => /^[a-z0-9-]{1,60}$/.test(key)));

/** What narrows the list; shared by the list and by what is done to all that match. */
export const tenantFilterSchema = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .transform((value) => value?.trim() ?? ''),
  status: someOf(tenantStatuses),
  plan: planKeys,
  placement: someOf(placements),
});
export type TenantFilter = z.infer<typeof tenantFilterSchema>;

/** `sort=name` ascending, `sort=-name` descending; newest first when left out. */
export const tenantListQuerySchema = tenantFilterSchema.extend({
  sort: z
    .string()
    .optional()
    .transform((value) => readSort(value ?? '-created')),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TenantListQuery = z.infer<typeof tenantListQuerySchema>;

function readSort(value: string): { by: TenantSort; descending: boolean } {
  const by = tenantSorts.find((sort) => sort === value.replace(/^-/, ''));
  return by ? { by, descending: value.startsWith('-') } : { by: 'created', descending: true };
}

export const tenantRowSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(tenantStatuses),
  placement: z.enum(placements),
  planKey: z.string(),
  planName: z.string(),
  /** Active ones. */
  members: z.number().int(),
  portalHost: z.string().nullable(),
  portalUrl: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type TenantRow = z.infer<typeof tenantRowSchema>;

export const tenantPageSchema = z.object({
  data: z.array(tenantRowSchema),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  /** All that match the filters, on every page. */
  total: z.number().int(),
});
export type TenantPage = z.infer<typeof tenantPageSchema>;

/** Written into both audit logs and shown to nobody else. */
export const reasonSchema = z.string().trim().min(3, 'too_short').max(500, 'too_long');

export const suspendTenantsSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500), reason: reasonSchema });
export const resumeTenantsSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });

export const tenantNameSchema = z.string().trim().min(2, 'too_short').max(80, 'too_long');
export const renameTenantSchema = z.strictObject({ id: z.uuid(), name: tenantNameSchema });
export const changePlanSchema = z.strictObject({ id: z.uuid(), planKey: z.string().min(1).max(60) });

const attributeKey = z
  .string()
  .trim()
  .regex(/^[a-zA-Z][a-zA-Z0-9_.-]{0,59}$/, 'badAttribute');
/** Free facts of the vendor's own about a tenant, such as its number in the CRM. */
export const attributesSchema = z
  .record(attributeKey, z.union([z.string().max(500), z.number(), z.boolean()]))
  .refine((value) => Object.keys(value).length <= 50, 'too_many');
export const setAttributesSchema = z.strictObject({ id: z.uuid(), attributes: attributesSchema });
export type TenantAttributes = z.infer<typeof attributesSchema>;

const flagValueSchema = z.union([z.boolean(), z.number(), z.string()]);
const flagFacts = {
  key: z.string(),
  name: z.string(),
  kind: z.enum(['feature', 'quota']),
  meter: z.string().nullable(),
};
export const planImpactSchema = z.object({
  changes: z.array(z.object({ ...flagFacts, before: flagValueSchema, after: flagValueSchema })),
  /** Limits of the new plan that are below what is in use. */
  breaks: z.array(z.object({ ...flagFacts, used: z.number(), limit: z.number() })),
});
export type PlanImpact = z.infer<typeof planImpactSchema>;
