import 'server-only';
import { randomUUID } from 'node:crypto';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropLiveSite } from './live-site';
import { requireSite } from './require-site';
import { lockSite } from './store';
import type { ChangeSitePassword } from './schema';

/**
 * Closes the site to everybody who does not know the new password, those who knew the former one included; without a password it is
 * open to all.
 * @throws AppError not_found, forbidden
 */
export async function changeSitePassword(
  ctx: MemberContext,
  { password }: ChangeSitePassword,
): Promise<{ updatedAt: string }> {
  await requireSite(ctx, 'site.manage');
  const passwordHash = password === null ? null : await hashPassword(password);
  const saved = await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockSite(tx, ctx.actor.name, 'any');
    const passwordVersion = passwordHash === null ? null : randomUUID();
    const data = { passwordHash, passwordVersion, updatedByName: ctx.actor.name };
    const { updatedAt } = await tx.siteSettings.update({ where: rowKey(ctx, row.id), data });
    const changes = { closed: { before: row.passwordHash !== null, after: passwordHash !== null } };
    await recordEvent(tx, ctx, 'site.password_changed', { type: 'site' }, changes);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
    return updatedAt;
  });
  dropLiveSite(ctx.tenantId);
  return { updatedAt: saved.toISOString() };
}
