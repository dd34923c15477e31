import 'server-only';
import { requireConsolePermission, type ConsoleContext, type SuperAdminActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { defaultTenantBrand, porticoBrand } from '@/lib/core/branding/defaults';
import { dropPlatformLook } from '@/lib/core/branding/platform-brand';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import { platformBrandKeys, type PlatformBrandForm, type PlatformBrandKey, type SavePlatformBrand } from './schema';

/** Both brands as they are now. @throws AppError forbidden */
export async function readPlatformBrands(ctx: ConsoleContext): Promise<PlatformBrandForm[]> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  const rows = await consoleDb().platformBrand.findMany();
  return platformBrandKeys.map((key) => {
    const row = rows.find((known) => known.key === key);
    return { key, version: row?.version ?? 0, tokens: row ? brandTokensSchema.parse(row.tokens) : starts[key] };
  });
}

/** Seen on every node within a second; tenants without a brand follow the default at once. @throws AppError forbidden, conflict */
export async function savePlatformBrand(
  ctx: ConsoleContext<SuperAdminActor>,
  { key, version, tokens }: SavePlatformBrand,
): Promise<{ version: number }> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  const saved = await consoleDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('portico platform brand'))::text`;
    const row = await tx.platformBrand.findUnique({ where: { key } });
    if ((row?.version ?? 0) !== version)
      throw new AppError('conflict', 'Somebody else changed it in between.', { messageKey: 'brandChanged' });
    const data = { version: version + 1, tokens, updatedByName: ctx.actor.name };
    await tx.platformBrand.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
    const before = row ? brandTokensSchema.parse(row.tokens) : starts[key];
    const target = { type: 'platform_brand', id: key, label: tokens.displayName };
    await recordPlatformEvent(tx, ctx, 'platform_brand.changed', target, changesBetween(before, tokens));
    await publishChange(tx, { kind: 'branding' });
    return { version: version + 1 };
  });
  dropPlatformLook();
  return saved;
}

/** Before anybody chose. The name of the default is never shown: each tenant has its own. */
const starts: Record<PlatformBrandKey, BrandTokens> = {
  platform: porticoBrand,
  tenant_default: defaultTenantBrand('New tenant'),
};
