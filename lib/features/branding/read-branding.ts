import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { assetIdsOf } from './rules';
import type { BrandingForm } from './schema';
import { readAssets, readState } from './store';

/** The brand to edit, straight from the database: the draft where there is one. @throws AppError forbidden */
export async function readBranding(ctx: TenantContext): Promise<BrandingForm> {
  requirePermission(ctx, 'branding.view');
  const db = tenantDb(ctx);
  const [{ draft, live, tokens, revision }, faviconIncluded] = await Promise.all([
    readState(db),
    isEnabled(ctx, 'branding.favicon'),
  ]);
  return {
    tokens,
    revision,
    assets: await readAssets(db, assetIdsOf(tokens)),
    draft: draft && { updatedAt: draft.updatedAt.toISOString(), createdByName: draft.createdByName },
    live: live && {
      number: live.number,
      publishedAt: live.publishedAt.toISOString(),
      publishedByName: live.publishedByName,
    },
    faviconIncluded,
  };
}
