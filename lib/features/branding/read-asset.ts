import 'server-only';
import { storage, storageKey, type StoredObject } from '@/lib/platform/storage';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/**
 * One of this tenant's own pictures by its file name (`<sha256>.png`), or null. Names of other tenants' pictures, of none, and
 * things that are no name at all answer the same.
 */
export async function readBrandAsset(scope: TenantScope, file: string): Promise<StoredObject | null> {
  const sha256 = /^([0-9a-f]{64})\.png$/.exec(file)?.[1];
  if (sha256 === undefined) return null;
  const row = await tenantDb(scope).brandAsset.findFirst({
    where: { sha256, mimeType: 'image/png' },
    select: { id: true },
  });
  return row && storage().get(storageKey(scope.tenantId, sha256, 'png'));
}
