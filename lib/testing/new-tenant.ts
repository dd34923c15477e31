/** A complete form of the wizard, for tests of what comes after it. */
import type { NewTenantInput } from '@/lib/workflows/provisioning/schema';

/** Four red pixels. */
export const tinyLogo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWPYKm71H4QZYAwARsQIFXvweucAAAAASUVORK5CYII=';

export function newTenant(slug: string, changes: Partial<NewTenantInput> = {}): NewTenantInput {
  return {
    organisation: {
      name: `Company ${slug}`,
      industry: 'software',
      timeZone: 'Europe/Lisbon',
      locale: 'en-GB',
      currency: 'EUR',
    },
    plan: { planKey: 'basic', placement: 'shared' },
    address: { slug },
    branding: {
      displayName: `Company ${slug}`,
      brandColour: '#b5173a',
      neutralTint: 'subtle',
      radius: 'medium',
      font: 'inter',
      theme: 'system',
      logo: tinyLogo,
    },
    features: { overrides: { 'audit.export': true, 'quota.members': 40 } },
    admin: { name: 'Ada Admin', email: `ada@${slug}.example` },
    ...changes,
  };
}
