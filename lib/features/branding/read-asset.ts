import 'server-only';
import { storage, storageKey, type StoredObject } from '@/lib/platform/storage';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

export interface BrandFile extends StoredObject {
  mimeType: 'image/png' | 'image/svg+xml';
}

/**
 * One of this tenant's own pictures by its file name (`<sha256>.png`, `<sha256>.svg`), or null. Names of other tenants' pictures,
 * of none, and things that are no name at all answer the same.
 * @throws AppError unavailable
 */
export async function readBrandAsset(scope: TenantScope, file: string): Promise<BrandFile | null> {
  const [, sha256, extension] = /^([0-9a-f]{64})\.(png|svg)$/.exec(file) ?? [];
  if (sha256 === undefined || extension === undefined) return null;
  const row = await tenantDb(scope).brandAsset.findFirst({
    where: extension === 'svg' ? { vectorSha256: sha256 } : { sha256, mimeType: 'image/png' },
    select: { id: true },
  });
  const object = row && (await storage().get(storageKey(scope.tenantId, sha256, extension)));
  return object && { ...object, mimeType: extension === 'svg' ? 'image/svg+xml' : 'image/png' };
}
