import 'server-only';
import { can, type TenantContext } from '@/lib/core/access/context';
import type { Permission } from '@/lib/core/access/roles';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import type { TenantSettings } from '@/lib/core/settings/schema';
import type { SetupStep } from './schema';
import type { DashboardState } from './store';

/** What is left to set up, by this member, as the data stand: nothing is ticked by hand. Empty once all of it is done. */
export async function setupSteps(ctx: TenantContext, state: DashboardState): Promise<SetupStep[]> {
  const [pages, settings] = await Promise.all([isEnabled(ctx, 'site.pages'), tenantSettings(ctx)]);
  const steps = offers
    .filter((offer) => can(ctx, offer.permission) && (offer.key !== 'page' || pages))
    .map(({ key, href, done }) => ({ key, href, done: done(state, settings) }));
  return steps.every((step) => step.done) ? [] : steps;
}

interface Offer {
  key: SetupStep['key'];
  href: string;
  permission: Permission;
  done: (state: DashboardState, settings: TenantSettings) => boolean;
}

const offers: readonly Offer[] = [
  { key: 'logo', href: '/branding', permission: 'branding.manage', done: ({ hasLogo }) => hasLogo },
  { key: 'brand', href: '/branding', permission: 'branding.manage', done: ({ hasOwnBrand }) => hasOwnBrand },
  { key: 'timeZone', href: '/settings', permission: 'settings.manage', done: (_, { timeZone }) => timeZone !== 'UTC' },
  {
    key: 'billing',
    href: '/settings',
    permission: 'settings.manage',
    done: (_, { billingContactEmail }) => billingContactEmail !== null,
  },
  { key: 'member', href: '/members?invite=1', permission: 'members.manage', done: ({ active }) => active > 1 },
  { key: 'page', href: '/site', permission: 'site.manage', done: ({ hasPage }) => hasPage },
];
