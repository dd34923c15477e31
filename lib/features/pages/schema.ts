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
};

export const pageContentSchema = z.object(content);
export type PageContent = z.infer<typeof pageContentSchema>;

export const createPageSchema = z.strictObject(content);
export type CreatePage = z.infer<typeof createPageSchema>;

export const changePageSchema = z.strictObject({
  id: z.uuid(),
  /** When the page that was edited had last been saved; another time means that somebody else saved in between. */
  updatedAt: z.iso.datetime(),
  ...content,
});
export type ChangePage = z.infer<typeof changePageSchema>;

export const pageIdSchema = z.strictObject({ id: z.uuid() });
export const previewSchema = z.strictObject({ body: content.body });

export const pageStatuses = ['draft', 'published'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** Pages in the list. Times are ISO 8601. */
export const pageListSchema = z.object({
  data: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      title: z.string(),
      status: z.enum(pageStatuses),
      updatedAt: z.string(),
      updatedByName: z.string(),
      publishedAt: z.string().nullable(),
    }),
  ),
});
export type PageSummary = z.infer<typeof pageListSchema>['data'][number];

export interface EditablePage extends PageSummary {
  description: string;
  body: string;
}

/** What the public site shows. `html` is made by render-markdown.ts and by nothing else. */
export interface PublishedPage {
  slug: string;
  title: string;
  description: string;
  html: string;
  publishedAt: string;
  updatedAt: string;
}

/** An entry of the site's navigation and sitemap. */
export type PublishedPageLink = Omit<PublishedPage, 'html'>;
