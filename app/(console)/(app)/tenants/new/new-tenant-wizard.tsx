'use client';

import { Wizard } from '@/components/wizard/wizard';
import type { WizardFacts, WizardServices } from '@/components/wizard/wizard-types';
import { brandVariables } from '@/lib/core/branding/css';

/** Gives the wizard the palette as a function: the preview follows every key without asking the server. */
export function NewTenantWizard({
  facts,
  ...actions
}: { facts: WizardFacts } & Omit<WizardServices, 'brandVariables'>) {
  return <Wizard facts={facts} services={{ ...actions, brandVariables }} />;
}
