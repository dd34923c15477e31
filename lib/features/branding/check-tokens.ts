import 'server-only';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { AppError, notFound } from '@/lib/platform/errors';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { assetFields, assetIdsOf } from './rules';
import { assetKinds } from './schema';
import { readAssets } from './store';

/**
 * Every picture that the tokens name must be the tenant's own and of the right kind; a foreign one is absent. A favicon that is
 * new needs its feature, one that was there before may stay.
 * @throws AppError validation_failed, not_found
 */
export async function checkTokens(
  tx: TenantTx,
  scope: TenantScope,
  tokens: BrandTokens,
  former: BrandTokens,
): Promise<void> {
  const assets = await readAssets(tx, assetIdsOf(tokens));
  for (const kind of assetKinds) {
    const field = assetFields[kind];
    const id = tokens[field];
    if (id === undefined || assets.some((asset) => asset.id === id && asset.kind === kind)) continue;
    throw new AppError('validation_failed', 'This picture is not here.', {
      fields: { [`tokens.${field}`]: 'invalid' },
    });
  }
  const newFavicon = tokens.faviconAssetId !== undefined && tokens.faviconAssetId !== former.faviconAssetId;
  if (newFavicon && !(await isEnabled(scope, 'branding.favicon'))) throw notFound();
}
