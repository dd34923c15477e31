import { z } from 'zod';
import { brandTokensSchema, displayNameSchema } from '@/lib/core/branding/schema';
import { defaultSettings, regionFormatSchema, timeZoneSchema } from '@/lib/core/settings/schema';
import { slugProblem } from '@/lib/edge/slug';

/** What happens to a new tenant, in this order. Stored with every run: renaming one is a migration. */
export const stepNames = [
  'validate',
  'reserve_hosts',
  'create_tenant',
  'place_data',
  'seed_defaults',
  'create_key',
  'invite_admin',
  'activate',
] as const;
export type StepName = (typeof stepNames)[number];

export const placements = ['shared', 'schema', 'database'] as const;

/** Why a run was undone; words for it are in the `wizard` catalogue under `refusal`. */
export const refusals = [
  'slug_taken',
  'plan_missing',
  'flag_invalid',
  'logo_broken',
  'placement_denied',
  'input_invalid',
  'internal',
] as const;
export type Refusal = (typeof refusals)[number];

export const industries = [
  'software',
  'finance',
  'health',
  'retail',
  'manufacturing',
  'media',
  'education',
  'public_sector',
  'services',
  'other',
] as const;

/** A re-encoded logo travels inside the form and the run, so that neither needs a file that may be gone when it is read. */
export const LOGO_CHARACTERS_MAX = 1_000_000;

export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((slug, issues) => {
    const problem = slug === '' ? 'required' : slugProblem(slug);
    if (problem) issues.addIssue({ code: 'custom', message: problem });
  });

export const organisationSchema = z.strictObject({
  name: displayNameSchema.min(2, 'too_short'),
  industry: z.enum(industries).optional(),
  timeZone: timeZoneSchema,
  locale: regionFormatSchema,
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code), 'invalid'),
});

export const planSchema = z.strictObject({
  planKey: z.string().min(1, 'required').max(60),
  placement: z.enum(placements),
});

export const addressSchema = z.strictObject({ slug: slugSchema });

export const brandingSchema = brandTokensSchema
  .omit({ logoLightAssetId: true, logoDarkAssetId: true, faviconAssetId: true })
  .extend({
    logo: z
      .string()
      .max(LOGO_CHARACTERS_MAX, 'logo_too_large')
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/, 'logo_broken')
      .optional(),
  });

/** Only what differs from the plan. Types are checked against the flags themselves, on the server. */
export const featuresSchema = z.strictObject({
  overrides: z
    .record(z.string().min(1).max(100), z.union([z.boolean(), z.number(), z.string().max(500)]))
    .refine((values) => Object.keys(values).length <= 200, 'too_many'),
});

export const adminSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .max(100, 'too_long')
    .regex(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'invalid_characters')
    .optional(),
  email: z.string().trim().toLowerCase().min(1, 'required').max(254, 'too_long').pipe(z.email('invalid_email')),
});

/** Everything a tenant starts with; each part is one step of the wizard. */
export const newTenantSchema = z.strictObject({
  organisation: organisationSchema,
  plan: planSchema,
  address: addressSchema,
  /** Left out: the tenant looks like every tenant without a brand, or like its parent, until it publishes one. */
  branding: brandingSchema.optional(),
  features: featuresSchema,
  admin: adminSchema,
});
export type NewTenant = z.output<typeof newTenantSchema>;
export type NewTenantInput = z.input<typeof newTenantSchema>;

export const defaultOrganisation = {
  timeZone: defaultSettings.timeZone,
  locale: 'en' as const,
  currency: defaultSettings.currency,
};

export const runStatuses = ['queued', 'running', 'completed', 'rolling_back', 'rolled_back'] as const;

export const requestSchema = z.strictObject({ tenant: newTenantSchema, idempotencyKey: z.uuid() });

/** An upload, as a form carries it: a lone file under `file`. */
export const logoFormSchema = z
  .instanceof(FormData)
  .transform((form) => form.get('file'))
  .pipe(z.instanceof(File));

/** A run as its requester sees it. */
export const runSchema = z.object({
  id: z.uuid(),
  status: z.enum(runStatuses),
  refusal: z.enum(refusals).nullable(),
  tenant: z.object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    status: z.string(),
    placement: z.enum(placements),
  }),
  steps: z.array(
    z.object({
      name: z.enum(stepNames),
      status: z.enum(['pending', 'running', 'done', 'failed', 'compensated']),
      ms: z.number().nullable(),
    }),
  ),
  /** It waits for a worker, and none is there. */
  waitsForWorker: z.boolean(),
  adminEmail: z.string(),
  portalUrl: z.string(),
  siteUrl: z.string(),
  /** Null until the tenant is there. */
  invitationUrl: z.string().nullable(),
});
export type Run = z.output<typeof runSchema>;

export const slugQuerySchema = z.object({ slug: z.string().max(100), name: z.string().max(200).default('') });
export const slugAnswerSchema = z.object({
  slug: z.string(),
  state: z.enum(['free', 'taken', 'reserved', 'invalid']),
  suggestions: z.array(z.string()),
});
export type SlugAnswer = z.output<typeof slugAnswerSchema>;
