import type { ActionResult } from '@/lib/http/define-action';
import type { BrandTokens } from '@/lib/core/branding/schema';
import type { BrandStart } from './draft';
import type { PlanMatrix } from '@/lib/core/plans/schema';
import type { NewTenantInput } from '@/lib/workflows/provisioning/schema';

export type PreviewTheme = 'light' | 'dark';

/** A logo as the server read it: written anew, with the colours found in it. */
export interface ReadLogo {
  dataUrl: string;
  colours: string[];
}

/** What the page hands to the wizard; functions are server actions or pure. */
export interface WizardServices {
  createTenant: (input: { tenant: NewTenantInput; idempotencyKey: string }) => Promise<ActionResult<{ runId: string }>>;
  readLogo: (form: FormData) => Promise<ActionResult<ReadLogo>>;
  /** Derives a palette in the browser, so that the preview follows every key. */
  brandVariables: (tokens: BrandTokens, theme: PreviewTheme) => Record<`--${string}`, string>;
}

/** Facts of this installation that the form shows. */
export interface WizardFacts {
  plans: PlanMatrix;
  /** Addresses with `{slug}` where the short name goes. */
  portalPattern: string;
  sitePattern: string;
  /** What tenants without a brand look like. */
  brandStart: BrandStart;
  /** Whose draft it is: two people may share a browser. */
  draftOwner: string;
}
