import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { Profile } from './schema';

export async function readProfile(ctx: MemberContext): Promise<Profile> {
  const row = await tenantDb(ctx).member.findFirst({
    where: { id: ctx.actor.id },
    select: { name: true, locale: true, timeZone: true, theme: true },
  });
  if (!row) throw notFound();
  return row as Profile;
}
