import 'server-only';
import { requireConsolePermission, type ConsoleContext, type SuperAdminActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { defaultTenantBrand, porticoBrand } from '@/lib/core/branding/defaults';
import { assetPath } from '@/lib/core/branding/pictures';
import { dropPlatformLook } from '@/lib/core/branding/platform-brand';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import {
  platformBrandKeys,
  platformPictureKinds,
  platformPictures,
  type PlatformBrandForm,
  type PlatformBrandKey,
  type SavePlatformBrand,
} from './schema';

/** Both brands as they are now. @throws AppError forbidden */
export async function readPlatformBrands(ctx: ConsoleContext): Promise<PlatformBrandForm[]> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  const rows = await consoleDb().platformBrand.findMany();
  return Promise.all(
    platformBrandKeys.map(async (key) => {
      const row = rows.find((known) => known.key === key);
      const tokens = row ? brandTokensSchema.parse(row.tokens) : starts[key];
      const pictures = await picturesNamedBy(consoleDb(), tokens);
      return {
        ...{ key, version: row?.version ?? 0, tokens },
        pictures: pictures.map((row) => ({ id: row.id, url: assetPath(row), width: row.width, height: row.height })),
      };
    }),
  );
}

/**
 * Seen on every node within a second; tenants without a brand follow the default at once.
 * @throws AppError forbidden, conflict, validation_failed (a picture that is not there, or not the platform's to show)
 */
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
    await requirePictures(tx, key, tokens);
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

/** The default of tenants has none: a tenant's hosts serve the tenant's own pictures alone. */
async function requirePictures(tx: Db, key: PlatformBrandKey, tokens: BrandTokens): Promise<void> {
  const pictures = key === 'platform' ? await picturesNamedBy(tx, tokens) : [];
  for (const kind of platformPictureKinds) {
    const field = platformPictures[kind];
    const id = tokens[field];
    if (id === undefined || pictures.some((picture) => picture.id === id && picture.kind === kind)) continue;
    throw new AppError('validation_failed', 'This picture is not here.', {
      fields: { [`tokens.${field}`]: 'invalid' },
    });
  }
}

type Db = Pick<ConsoleTx, 'platformAsset'>;

function picturesNamedBy(db: Db, tokens: BrandTokens) {
  const ids = platformPictureKinds.flatMap((kind) => tokens[platformPictures[kind]] ?? []);
  return ids.length === 0 ? [] : db.platformAsset.findMany({ where: { id: { in: ids } } });
}

/** Before anybody chose. The name of the default is never shown: each tenant has its own. */
const starts: Record<PlatformBrandKey, BrandTokens> = {
  platform: porticoBrand,
  tenant_default: defaultTenantBrand('New tenant'),
};
