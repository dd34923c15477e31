import 'server-only';
import { createHash } from 'node:crypto';
import { derivedToken } from '@/lib/platform/secrets';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { isShownAt, maxAnnouncementsShown } from './rules';
import { readAnnouncements, readRow, toSite } from './store';
import type { Announcement, EditableSite, LiveAnnouncement } from './schema';

/** The site's settings as visitors meet them; at most 5 s behind the database, and told of changes at once. */
export async function liveSite(scope: TenantScope): Promise<EditableSite> {
  return (await sites.get(scope)).site;
}

/** What is announced there now, newest first. Times count as they pass. */
export async function liveAnnouncements(
  scope: TenantScope,
  where: 'site' | 'portal',
  now: Date = new Date(),
): Promise<LiveAnnouncement[]> {
  const { announcements } = await sites.get(scope);
  const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return announcements
    .filter(({ place }) => place === where || place === 'both')
    .filter(({ startsAt, endsAt }) => isShownAt(now, date(startsAt), date(endsAt)))
    .slice(0, maxAnnouncementsShown)
    .map(({ id, text, tone, linkUrl, linkLabel, updatedAt }) => ({ id, text, tone, linkUrl, linkLabel, updatedAt }));
}

/**
 * Whether the site has a password, and what the edge compares a visitor's cookie with: the lower-case hex SHA-256 of its value.
 * Not asked of the feature: a site that was closed stays closed when a plan changes.
 */
export async function siteGate(scope: TenantScope): Promise<string | null> {
  const { passwordVersion } = await sites.get(scope);
  return passwordVersion === null
    ? null
    : createHash('sha256').update(accessValue(scope, passwordVersion)).digest('hex');
}

/** What a visitor holds who knew the password: worth nothing at another tenant, and nothing once the password is another. */
export function accessValue({ tenantId }: TenantScope, passwordVersion: string): string {
  return derivedToken('site-access', `${tenantId}\n${passwordVersion}`);
}

/** After a change of this process's own. */
export function dropLiveSite(tenantId: string): void {
  sites.drop(tenantId);
}

interface Known {
  site: EditableSite;
  announcements: Announcement[];
  passwordVersion: string | null;
}

const sites = tenantCache<Known>({
  max: 5_000,
  ttlMs: 5_000,
  changes: ['site'],
  load: async (scope) => {
    const db = tenantDb(scope);
    const [row, announcements] = await Promise.all([readRow(db), readAnnouncements(db)]);
    return { site: toSite(row), announcements, passwordVersion: row?.passwordVersion ?? null };
  },
});
