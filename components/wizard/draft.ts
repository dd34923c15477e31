import type { NewTenantInput } from '@/lib/workflows/provisioning/schema';

export const wizardSteps = ['organisation', 'plan', 'address', 'branding', 'features', 'admin', 'review'] as const;
export type WizardStep = (typeof wizardSteps)[number];
export type FormStep = Exclude<WizardStep, 'review'>;

type Branding = NewTenantInput['branding'];
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
  branding: Omit<Branding, 'displayName' | 'logo'> & {
    displayName: string | null;
    logo: string | null;
    proposals: string[];
  };
  features: { overrides: Record<string, FeatureValue> };
  admin: { name: string; email: string };
}

/** Raised when the shape changes: an older draft is then dropped rather than misread. */
export const draftVersion = 1;

export function emptyDraft(planKey: string): Draft {
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
    branding: {
      displayName: null,
      brandColour: '#2f5d8a',
      neutralTint: 'subtle',
      radius: 'medium',
      font: 'inter',
      theme: 'system',
      logo: null,
      proposals: [],
    },
    features: { overrides: {} },
    admin: { name: '', email: '' },
  };
}

/** The form as the server takes it. Its schema decides whether it is complete. */
export function toInput(draft: Draft): NewTenantInput {
  const { industry, ...organisation } = draft.organisation;
  const { displayName, logo, proposals: _proposals, ...look } = draft.branding;
  const form = {
    organisation: { ...organisation, industry: industry || undefined },
    plan: draft.plan,
    address: { slug: draft.address.slug ?? '' },
    branding: { ...look, displayName: displayName ?? draft.organisation.name, logo: logo ?? undefined },
    features: draft.features,
    admin: { name: draft.admin.name || undefined, email: draft.admin.email },
  };
  // Selects hold strings; the schema refuses any that is not on its list.
  return form as NewTenantInput;
}

export function hasContent(draft: Draft): boolean {
  const { organisation, address, admin, branding } = draft;
  return [organisation.name, address.slug, admin.email, branding.logo].some(Boolean) || draft.visited.length > 0;
}
