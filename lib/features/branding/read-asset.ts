import 'server-only';
import { publishedBrand } from '@/lib/core/branding/read-brand';
import { storage, storageKey, type StoredObject } from '@/lib/platform/storage';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

export interface BrandFile extends StoredObject {
  mimeType: (typeof mimeTypes)[keyof typeof mimeTypes];
}

const mimeTypes = { png: 'image/png', svg: 'image/svg+xml', webp: 'image/webp', jpeg: 'image/jpeg' } as const;

/**
 * A picture that this tenant's hosts serve, by its file name (`<sha256>.png`, `.svg`, `.webp`, `.jpeg`), or null: the tenant's own, and while
 * it looks like its parent those of the parent's published brand. Names of other pictures, of none, and things that are no name at
 * all answer the same.
 * @throws AppError unavailable
 */
export async function readBrandAsset(scope: TenantScope, file: string): Promise<BrandFile | null> {
  const [, sha256, extension] = /^([0-9a-f]{64})\.(png|svg|webp|jpeg)$/.exec(file) ?? [];
  if (sha256 === undefined || !isExtension(extension)) return null;
  const ownerId = (await isOwn(scope, sha256, extension)) ? scope.tenantId : await parentWith(scope, file);
  const object = ownerId === null ? null : await storage().get(storageKey(ownerId, sha256, extension));
  return object && { ...object, mimeType: mimeTypes[extension] };
}

type Extension = keyof typeof mimeTypes;

function isExtension(text: string | undefined): text is Extension {
  return text !== undefined && text in mimeTypes;
}

async function isOwn(scope: TenantScope, sha256: string, extension: Extension): Promise<boolean> {
  const where = extension === 'svg' ? { vectorSha256: sha256 } : { sha256, mimeType: mimeTypes[extension] };
  return (await tenantDb(scope).brandAsset.findFirst({ where, select: { id: true } })) !== null;
}

/** Decided by what app.live_brand gave for this tenant, never by a tenant id from outside. */
async function parentWith(scope: TenantScope, file: string): Promise<string | null> {
  const { inherited } = await publishedBrand(scope);
  return inherited?.paths.includes(`/api/assets/${file}`) ? inherited.ownerId : null;
}
