import { z } from 'zod';
import { siteLanguages } from './rules';

/** Shapes of a site's navigation, announcements and settings. Client-safe. */
const revision = z.iso.datetime().nullable();
const httpsUrl = z
  .string()
  .trim()
  .max(500, 'too_long')
  .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'invalid_link');

const label = z.string().trim().max(60, 'too_long');
const pageLink = z.strictObject({ kind: z.literal('page'), pageId: z.uuid(), label });
const outerLink = z.strictObject({ kind: z.literal('link'), url: httpsUrl, label: label.min(1, 'required') });
const entry = z.discriminatedUnion('kind', [pageLink, outerLink]);
export type NavigationEntry = z.infer<typeof entry>;

const below = z.array(entry).max(12, 'too_many');
const item = z.discriminatedUnion('kind', [
  pageLink.extend({ children: below }),
  outerLink.extend({ children: below }),
]);
export type NavigationItem = z.infer<typeof item>;

const list = z.array(item).max(12, 'too_many').nullable();
/** Null: all pages at the top, in their order. An empty list: no links at all. */
export const navigationSchema = z.strictObject({ header: list, footer: list });
export type Navigation = z.infer<typeof navigationSchema>;
export const changeNavigationSchema = navigationSchema.extend({ updatedAt: revision });
export type ChangeNavigation = z.infer<typeof changeNavigationSchema>;

const look = {
  language: z.enum(siteLanguages, 'invalid'),
  siteName: z.string().trim().max(80, 'too_long'),
  tagline: z.string().trim().max(200, 'too_long'),
  footerText: z.string().trim().max(500, 'too_long'),
  indexed: z.boolean(),
  frontPageId: z.uuid().nullable(),
  notFoundTitle: z.string().trim().max(120, 'too_long'),
  notFoundText: z.string().trim().max(500, 'too_long'),
  notFoundPageId: z.uuid().nullable(),
};
export const changeSiteSettingsSchema = z.strictObject({ ...look, updatedAt: revision });
export type ChangeSiteSettings = z.infer<typeof changeSiteSettingsSchema>;
export type SiteLook = Omit<ChangeSiteSettings, 'updatedAt'>;

/** Null opens the site to everybody. */
export const changeSitePasswordSchema = z.strictObject({
  password: z.string().min(8, 'too_short').max(128, 'too_long').nullable(),
});
export type ChangeSitePassword = z.infer<typeof changeSitePasswordSchema>;

/** What the portal's pages are drawn from. */
export interface EditableSite extends SiteLook {
  navigation: Navigation;
  hasPassword: boolean;
  /** Null while nothing was ever saved. */
  updatedAt: string | null;
}

export const announcementTones = ['info', 'positive', 'warning'] as const;
export type AnnouncementTone = (typeof announcementTones)[number];

/** Above every page of the site, on the dashboard of the portal, or both. */
export const announcementPlaces = ['site', 'portal', 'both'] as const;
export type AnnouncementPlace = (typeof announcementPlaces)[number];

const moment = z.iso.datetime({ offset: true }).nullable();
const words = {
  text: z.string().trim().min(1, 'required').max(280, 'too_long'),
  tone: z.enum(announcementTones, 'invalid'),
  place: z.enum(announcementPlaces, 'invalid'),
  linkUrl: z.union([z.literal(''), httpsUrl]),
  linkLabel: z.string().trim().max(60, 'too_long'),
  startsAt: moment,
  endsAt: moment,
};
const inOrder = ({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): boolean =>
  !startsAt || !endsAt || new Date(startsAt) < new Date(endsAt);
const endsLater = { path: ['endsAt'], message: 'ends_before_start' };

export const createAnnouncementSchema = z.strictObject(words).refine(inOrder, endsLater);
export type CreateAnnouncement = z.infer<typeof createAnnouncementSchema>;
export const changeAnnouncementSchema = z
  .strictObject({ id: z.uuid(), updatedAt: z.iso.datetime(), ...words })
  .refine(inOrder, endsLater);
export type ChangeAnnouncement = z.infer<typeof changeAnnouncementSchema>;
export const announcementIdSchema = z.strictObject({ id: z.uuid() });

export interface Announcement extends CreateAnnouncement {
  id: string;
  updatedAt: string;
  updatedByName: string;
}

/** What a visitor or a member is shown. */
export type LiveAnnouncement = Pick<Announcement, 'id' | 'text' | 'tone' | 'linkUrl' | 'linkLabel' | 'updatedAt'>;
