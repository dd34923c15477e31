import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { tenantSettings } from './read-settings';

/** The zone and locale in which times and numbers are shown to this member: their own choice, else the tenant's. */
export async function displayPreferences(ctx: MemberContext): Promise<{ timeZone: string; locale: string }> {
  const [own, tenant] = await Promise.all([preferences.get(ctx, ctx.actor.id), tenantSettings(ctx)]);
  return { timeZone: own.timeZone ?? tenant.timeZone, locale: own.locale ?? tenant.locale };
}

/** For the node that made the change: the member sees it with the very next page. */
export function dropDisplayPreferences(tenantId: string): void {
  preferences.drop(tenantId);
}

interface OwnChoice {
  timeZone: string | null;
  locale: string | null;
}

const preferences = tenantCache<OwnChoice>({
  max: 5_000,
  ttlMs: 60_000,
  changes: ['member', 'tenant'],
  load: async (scope, memberId) =>
    (await tenantDb(scope).member.findFirst({
      where: { id: memberId },
      select: { timeZone: true, locale: true },
    })) ?? { timeZone: null, locale: null },
});
