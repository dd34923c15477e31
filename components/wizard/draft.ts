import type { NewTenantInput } from '@/lib/workflows/provisioning/schema';

export const wizardSteps = ['organisation', 'plan', 'address', 'branding', 'features', 'admin', 'review'] as const;
export type WizardStep = (typeof wizardSteps)[number];
export type FormStep = Exclude<WizardStep, 'review'>;

type Branding = NonNullable<NewTenantInput['branding']>;
/** The look that the form begins with. */
export type BrandStart = Omit<Branding, 'displayName' | 'logo'>;
/** The form with all that is shown, also where it is not the tenant's own. */
type Filled = NewTenantInput & { branding: Branding };
export type FeatureValue = boolean | number | string;

/** What is filled in so far. Unlike the finished form, everything may still be empty or wrong. */
export interface Draft {
  version: typeof draftVersion;
  /** Where the person was, for the next visit. */
  step: WizardStep;
  /** Steps that were left with "Continue" at least once. */
  visited: WizardStep[];
  /** One per attempt to create: pressing twice makes one tenant. */
  idempotencyKey: string;
  organisation: { name: string; industry: string; timeZone: string; locale: string; currency: string };
  plan: { planKey: string; placement: NewTenantInput['plan']['placement'] };
  /** null until somebody types one: then the name proposes it. */
  address: { slug: string | null };
  /** A null name follows the organisation's. */
  branding: BrandStart & {
    /** Something was chosen: the tenant begins with a brand. Otherwise it follows what the form began with. */
    own: boolean;
    displayName: string | null;
    logo: string | null;
    proposals: string[];
  };
  features: { overrides: Record<string, FeatureValue> };
  admin: { name: string; email: string };
}

/** Raised when the shape changes: an older draft is then dropped rather than misread. */
export const draftVersion = 2;

export function emptyDraft(planKey: string, start: BrandStart): Draft {
  return {
    version: draftVersion,
    step: 'organisation',
    visited: [],
    idempotencyKey: crypto.randomUUID(),
    organisation: {
      name: '',
      industry: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: 'en',
      currency: 'USD',
    },
    plan: { planKey, placement: 'shared' },
    address: { slug: null },
    branding: untouched(start),
    features: { overrides: {} },
    admin: { name: '', email: '' },
  };
}

/** A brand of which nothing was chosen yet. */
export function untouched(start: BrandStart): Draft['branding'] {
  return { ...start, own: false, displayName: null, logo: null, proposals: [] };
}

/** What is sent: a look that nobody chose is not made the tenant's own, so it follows when that changes. */
export function toRequest(draft: Draft): NewTenantInput {
  const { branding, ...rest } = toInput(draft);
  return draft.branding.own ? { ...rest, branding } : rest;
}

/** The form as the server's schema reads it, which decides whether it is complete. */
export function toInput(draft: Draft): Filled {
  const { industry, ...organisation } = draft.organisation;
  const { displayName, logo, own: _own, proposals: _proposals, ...look } = draft.branding;
  const form = {
    organisation: { ...organisation, industry: industry || undefined },
    plan: draft.plan,
    address: { slug: draft.address.slug ?? '' },
    branding: { ...look, displayName: displayName ?? draft.organisation.name, logo: logo ?? undefined },
    features: draft.features,
    admin: { name: draft.admin.name || undefined, email: draft.admin.email },
  };
  // Selects hold strings; the schema refuses any that is not on its list.
  return form as Filled;
}

export function hasContent(draft: Draft): boolean {
  const { organisation, address, admin, branding } = draft;
  return [organisation.name, address.slug, admin.email, branding.logo].some(Boolean) || draft.visited.length > 0;
}
