import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireSite } from './require-site';
import { readAnnouncements, readRow, toSite } from './store';
import type { Announcement, EditableSite } from './schema';

/** The site's settings and navigation, to edit. @throws AppError not_found, forbidden */
export async function readSite(ctx: TenantContext): Promise<EditableSite> {
  await requireSite(ctx, 'site.view');
  return toSite(await readRow(tenantDb(ctx)));
}

/** All announcements, newest first. @throws AppError not_found, forbidden */
export async function listAnnouncements(ctx: TenantContext): Promise<Announcement[]> {
  await requireSite(ctx, 'site.view');
  return readAnnouncements(tenantDb(ctx));
}
