import { z } from 'zod';
import { reservedPageSlugs } from './rules';

/** Shapes of site pages. Client-safe. */
export const pageSlugSchema = z
  .string()
  .trim()
  .min(1, 'required')
  .max(60, 'too_long')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid_page_slug')
  .refine((slug) => !reservedPageSlugs.includes(slug), 'reserved_page_slug');

const content = {
  title: z.string().trim().min(1, 'required').max(120, 'too_long'),
  slug: pageSlugSchema,
  description: z.string().trim().max(200, 'too_long'),
  /** Markdown. */
  body: z.string().max(100_000, 'too_long'),
  /** For search engines and shared links; left out or empty, title and description serve. */
  seoTitle: z.string().trim().max(120, 'too_long').optional(),
  seoDescription: z.string().trim().max(300, 'too_long').optional(),
  /** Search engines are asked to leave the page out. */
  noIndex: z.boolean().optional(),
  /** The tenant's own picture that stands for the page where it is shared; null leaves it to the brand (share-picture.ts). */
  socialAssetId: z.uuid().nullable().optional(),
};

export const pageContentSchema = z.object(content);
export type PageContent = z.infer<typeof pageContentSchema>;

/** Everything that a draft, a version and the site know of a page's content. */
export type WholeContent = Required<PageContent>;

export const createPageSchema = z.strictObject({ ...content, parentId: z.uuid().nullable().optional() });
export type CreatePage = z.infer<typeof createPageSchema>;

export const changePageSchema = z.strictObject({
  id: z.uuid(),
  /** When the page that was edited had last been saved; another time means that somebody else saved in between. */
  updatedAt: z.iso.datetime(),
  ...content,
});
export type ChangePage = z.infer<typeof changePageSchema>;

/** When the page that is changed had last been saved, as everywhere. */
const revision = { id: z.uuid(), updatedAt: z.iso.datetime() };
const moment = z.iso.datetime({ offset: true }).nullable();

/** Whether and when a page is there, apart from what it says. In force at once. */
export const changePageRulesSchema = z
  .strictObject({
    ...revision,
    parentId: z.uuid().nullable(),
    featureKey: z.string().min(1).max(80, 'too_long').nullable(),
    publishAt: moment,
    unpublishAt: moment,
  })
  .refine(({ publishAt, unpublishAt }) => !publishAt || !unpublishAt || new Date(publishAt) < new Date(unpublishAt), {
    path: ['unpublishAt'],
    message: 'ends_before_start',
  });
export type ChangePageRules = z.infer<typeof changePageRulesSchema>;

/** One place up or down among the pages beside it. */
export const movePageSchema = z.strictObject({ id: z.uuid(), direction: z.enum(['up', 'down']) });
export type MovePage = z.infer<typeof movePageSchema>;

export const restoreVersionSchema = z.strictObject({ ...revision, versionId: z.uuid() });
export type RestoreVersion = z.infer<typeof restoreVersionSchema>;

export const pageIdSchema = z.strictObject({ id: z.uuid() });
export const uploadPictureSchema = z.strictObject({ file: z.instanceof(Blob) });
export type UploadPicture = z.infer<typeof uploadPictureSchema>;

/** `url` is a path on the tenant's own hosts. */
export interface UploadedPicture {
  id: string;
  url: string;
}

export const previewSchema = z.strictObject({ body: content.body });

export const pageStatuses = ['draft', 'published'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** Pages in the list. Times are ISO 8601. */
export const pageListSchema = z.object({
  data: z.array(
    z.object({
      id: z.uuid(),
      parentId: z.uuid().nullable(),
      slug: z.string(),
      /** Slugs from the top of the tree, joined by slashes. */
      path: z.string(),
      depth: z.number(),
      title: z.string(),
      status: z.enum(pageStatuses),
      /** Published, with changes that are not. */
      hasDraft: z.boolean(),
      featureKey: z.string().nullable(),
      publishAt: z.string().nullable(),
      unpublishAt: z.string().nullable(),
      updatedAt: z.string(),
      updatedByName: z.string(),
      publishedAt: z.string().nullable(),
    }),
  ),
});
export type PageSummary = z.infer<typeof pageListSchema>['data'][number];

/** A page to edit: its draft where it has one, else what it is. */
export interface EditablePage extends PageSummary, WholeContent {
  /** The picture's address on this host. */
  socialImageUrl: string | null;
}

export interface PageVersionSummary {
  id: string;
  number: number;
  title: string;
  publishedAt: string;
  publishedByName: string;
}

/** An entry of the site's tree, as of now. */
export interface PublishedPageLink {
  id: string;
  parentId: string | null;
  slug: string;
  path: string;
  title: string;
  description: string;
  seoTitle: string;
  seoDescription: string;
  noIndex: boolean;
  publishedAt: string;
  /** When its words last changed for visitors. */
  updatedAt: string;
}

/** What the public site shows. `html` is made by render-markdown.ts and by nothing else. */
export interface PublishedPage extends PublishedPageLink {
  html: string;
  /** Null: the one that is drawn from the brand. */
  socialImage: SocialImage | null;
}

/** A path on the tenant's own hosts, and its size in pixels. */
export interface SocialImage {
  path: string;
  width: number;
  height: number;
}
