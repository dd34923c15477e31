import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { tenantSettings } from './read-settings';

/** The zone and locale in which times and numbers are shown to this member: their own choice, else the tenant's. */
export async function displayPreferences(ctx: MemberContext): Promise<{ timeZone: string; locale: string }> {
  const [own, tenant] = await Promise.all([
    tenantDb(ctx).member.findFirst({ where: { id: ctx.actor.id }, select: { timeZone: true, locale: true } }),
    tenantSettings(ctx),
  ]);
  return { timeZone: own?.timeZone ?? tenant.timeZone, locale: own?.locale ?? tenant.locale };
}
