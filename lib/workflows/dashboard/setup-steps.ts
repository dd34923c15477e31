import 'server-only';
import { can, type TenantContext } from '@/lib/core/access/context';
import type { Permission } from '@/lib/core/access/roles';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { SetupStep } from './schema';

/** What is left to set up, by this member, as the data stand: nothing is ticked by hand. Empty once all of it is done. */
export async function setupSteps(ctx: TenantContext): Promise<SetupStep[]> {
  const steps = await Promise.all(
    (await offered(ctx)).map(async ({ key, href, done }) => ({ key, href, done: await done(ctx) })),
  );
  return steps.every((step) => step.done) ? [] : steps;
}

interface Offer {
  key: SetupStep['key'];
  href: string;
  permission: Permission;
  done: (ctx: TenantContext) => Promise<boolean>;
}

async function offered(ctx: TenantContext): Promise<Offer[]> {
  const pages = await isEnabled(ctx, 'site.pages');
  return offers.filter((offer) => can(ctx, offer.permission) && (offer.key !== 'page' || pages));
}

const offers: readonly Offer[] = [
  {
    key: 'logo',
    href: '/branding',
    permission: 'branding.manage',
    done: async (ctx) => (await tenantDb(ctx).brandAsset.count({ where: { kind: { startsWith: 'logo' } } })) > 0,
  },
  {
    key: 'brand',
    href: '/branding',
    permission: 'branding.manage',
    // The first version is the one it was created with.
    done: async (ctx) =>
      (await tenantDb(ctx).brandVersion.count({ where: { status: 'published', number: { gt: 1 } } })) > 0,
  },
  {
    key: 'timeZone',
    href: '/settings',
    permission: 'settings.manage',
    done: async (ctx) => (await tenantSettings(ctx)).timeZone !== 'UTC',
  },
  {
    key: 'billing',
    href: '/settings',
    permission: 'settings.manage',
    done: async (ctx) => (await tenantSettings(ctx)).billingContactEmail !== null,
  },
  {
    key: 'member',
    href: '/members?invite=1',
    permission: 'members.manage',
    done: async (ctx) => (await tenantDb(ctx).member.count({ where: { status: 'active' } })) > 1,
  },
  {
    key: 'page',
    href: '/site',
    permission: 'site.manage',
    done: async (ctx) => (await tenantDb(ctx).page.count({ where: { status: 'published' } })) > 0,
  },
];
