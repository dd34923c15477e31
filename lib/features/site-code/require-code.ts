import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { AppError } from '@/lib/platform/errors';
import { originFaults } from './origin-rules';
import { ownNames } from './own-names';
import { differsInScripts } from './rules';
import type { SiteCode } from './schema';

/** The feature first, because without it there is nothing to be refused. @throws AppError not_found, forbidden */
export async function requireCode(ctx: TenantContext, permission: 'site.view' | 'site.manage'): Promise<void> {
  await requireFeature(ctx, 'site.custom_code');
  requirePermission(ctx, permission);
}

/** What runs on the site is changed by fewer people than how it looks. @throws AppError forbidden */
export function requireScripts(ctx: TenantContext, before: SiteCode, after: SiteCode): void {
  if (differsInScripts(before, after)) requirePermission(ctx, 'site.code');
}

/** @throws AppError validation_failed with the kinds whose origins can't be named */
export async function requireOrigins(ctx: TenantContext, { origins }: SiteCode): Promise<void> {
  const fields = originFaults(origins, await ownNames(ctx));
  if (Object.keys(fields).length > 0)
    throw new AppError('validation_failed', 'Some origins can not be named.', { fields });
}
