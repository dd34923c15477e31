import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { assetIdsOf } from './rules';
import type { BrandingForm } from './schema';
import { readAssets, readState } from './store';
import { storedColours } from './stored-colours';

/** The brand to edit, straight from the database: the draft where there is one. @throws AppError forbidden */
export async function readBranding(ctx: TenantContext): Promise<BrandingForm> {
  requirePermission(ctx, 'branding.view');
  const db = tenantDb(ctx);
  const [{ draft, live, parent, liveTokens, tokens, revision }, faviconIncluded] = await Promise.all([
    readState(db, ctx),
    isEnabled(ctx, 'branding.favicon'),
  ]);
  const assets = await readAssets(db, [...assetIdsOf(tokens), ...assetIdsOf(liveTokens)]);
  const logo = assets.find(({ id }) => id === tokens.logoLightAssetId);
  return {
    ...{ tokens, liveTokens, revision, faviconIncluded, parent },
    logoColours: await storedColours(ctx, logo?.url),
    assets: assets.map(({ id, url, width, height }) => ({ id, url, width, height })),
    draft: draft && { updatedAt: draft.updatedAt.toISOString(), createdByName: draft.createdByName },
    live: live && {
      number: live.number,
      publishedAt: live.publishedAt.toISOString(),
      publishedByName: live.publishedByName,
    },
  };
}
