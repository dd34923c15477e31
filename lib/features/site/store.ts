import 'server-only';
import type { SiteAnnouncement, SiteSettings } from '@/lib/generated/prisma/client';
import { AppError, notFound } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/ids';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { siteLanguages, type SiteLanguage } from './rules';
import {
  navigationSchema,
  type Announcement,
  type AnnouncementPlace,
  type AnnouncementTone,
  type EditableSite,
  type Navigation,
  type SiteLook,
} from './schema';

type Db = Pick<TenantTx, 'siteSettings' | 'siteAnnouncement' | 'page' | '$queryRaw'>;

export const plainSite: EditableSite = {
  language: 'en',
  siteName: '',
  tagline: '',
  footerText: '',
  indexed: true,
  frontPageId: null,
  notFoundTitle: '',
  notFoundText: '',
  notFoundPageId: null,
  navigation: { header: null, footer: null },
  hasPassword: false,
  updatedAt: null,
};

/** The site's row, or null while nothing was ever saved. */
export function readRow(db: Db): Promise<SiteSettings | null> {
  return db.siteSettings.findFirst();
}

export function toSite(row: SiteSettings | null): EditableSite {
  if (row === null) return plainSite;
  const { siteName, tagline, footerText, indexed, frontPageId, notFoundTitle, notFoundText, notFoundPageId } = row;
  return {
    ...{ siteName, tagline, footerText, indexed, frontPageId, notFoundTitle, notFoundText, notFoundPageId },
    language: languageOf(row.language),
    navigation: navigationOf(row.navigation),
    hasPassword: row.passwordHash !== null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The row, made where there is none, held until the transaction ends, and as its editor knew it. @throws AppError conflict */
export async function lockSite(
  tx: Db,
  updatedByName: string,
  known: { updatedAt: string | null } | 'any',
): Promise<SiteSettings> {
  const before = await readRow(tx);
  if (before === null) {
    if (known !== 'any' && known.updatedAt !== null) throw conflict();
    await tx.siteSettings.createMany({ data: [{ updatedByName }], skipDuplicates: true });
  }
  await tx.$queryRaw`SELECT 1 FROM "public".site_settings FOR UPDATE`;
  const row = await readRow(tx);
  if (row === null) throw notFound();
  const isKnown = known === 'any' || before === null || row.updatedAt.toISOString() === known.updatedAt;
  if (!isKnown) throw conflict();
  return row;
}

/** @throws AppError validation_failed at the first that is not one of this tenant's pages */
export async function requireOwnPages(
  db: Db,
  wanted: readonly (readonly [field: string, id: string | null])[],
): Promise<void> {
  const ids = wanted.flatMap(([, id]) => (id === null ? [] : [id]));
  if (ids.length === 0) return;
  const rows = await db.page.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const own = new Set(rows.map(({ id }) => id));
  const stray = wanted.find(([, id]) => id !== null && !own.has(id));
  if (stray) throw new AppError('validation_failed', 'No such page.', { fields: { [stray[0]]: 'invalid' } });
}

export async function readAnnouncements(db: Db): Promise<Announcement[]> {
  const rows = await db.siteAnnouncement.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  return rows.map(toAnnouncement);
}

/** @throws AppError not_found */
export async function lockAnnouncement(tx: Db, id: string): Promise<Announcement> {
  if (!isUuid(id)) throw notFound();
  await tx.$queryRaw`SELECT 1 FROM "public".site_announcements WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.siteAnnouncement.findFirst({ where: { id } });
  if (!row) throw notFound();
  return toAnnouncement(row);
}

export function lookOf(site: SiteLook): SiteLook {
  const { language, siteName, tagline, footerText, indexed, frontPageId, notFoundTitle, notFoundText } = site;
  return {
    ...{ language, siteName, tagline, footerText, indexed, frontPageId, notFoundTitle, notFoundText },
    notFoundPageId: site.notFoundPageId,
  };
}

function toAnnouncement(row: SiteAnnouncement): Announcement {
  const { id, text, linkUrl, linkLabel, updatedByName } = row;
  return {
    ...{ id, text, linkUrl, linkLabel, updatedByName },
    // A CHECK holds the tones, and another the places.
    tone: row.tone as AnnouncementTone,
    place: row.place as AnnouncementPlace,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

function languageOf(stored: string): SiteLanguage {
  return siteLanguages.find((language) => language === stored) ?? 'en';
}

function navigationOf(stored: unknown): Navigation {
  const parsed = navigationSchema.safeParse(stored);
  return parsed.success ? parsed.data : { header: null, footer: null };
}

function conflict(): AppError {
  return new AppError('conflict', 'Somebody else saved this in between.');
}
