import type { BrandTokens } from './schema';

/** Portico's own brand: console, find-your-portal page and mails to super-admins. */
export const porticoBrand: BrandTokens = {
  displayName: 'Portico',
  brandColour: '#3858c9',
  neutralTint: 'subtle',
  radius: 'medium',
  font: 'inter',
  theme: 'system',
  signInLayout: 'centred',
  emailHeader: 'plain',
};

/** What a tenant starts from. A calm slate-blue that is nobody's brand: a tenant without a brand must not look like Portico. */
export function defaultTenantBrand(displayName: string): BrandTokens {
  return {
    displayName: displayName.slice(0, 60),
    brandColour: '#2f5d8a',
    neutralTint: 'subtle',
    radius: 'medium',
    font: 'inter',
    theme: 'system',
    signInLayout: 'centred',
    emailHeader: 'plain',
  };
}
