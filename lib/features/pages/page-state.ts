import { pageContentSchema, type PageContent, type WholeContent } from './schema';

interface StateRow {
  status: string;
  publishedAt: Date | null;
  changedAt: Date | null;
  updatedAt: Date;
  publishAt: Date | null;
  unpublishAt: Date | null;
}

export interface LiveState {
  /** Whether visitors read the draft, because its moment has come and no worker has moved it yet. */
  fromDraft: boolean;
  publishedAt: Date;
  changedAt: Date;
}

/**
 * What visitors see of a page at a moment, or null. Times count as they pass, whether or not a worker was there to act on them: the
 * job only makes it so on record and drops what is cached.
 */
export function liveState(row: StateRow, now: Date): LiveState | null {
  const { publishAt, unpublishAt } = row;
  const begun = publishAt !== null && publishAt <= now;
  const ended = unpublishAt !== null && unpublishAt <= now;
  if (ended && !(begun && publishAt > unpublishAt)) return null;
  if (begun) return { fromDraft: true, publishedAt: row.publishedAt ?? publishAt, changedAt: publishAt };
  if (row.status !== 'published' || row.publishedAt === null) return null;
  return { fromDraft: false, publishedAt: row.publishedAt, changedAt: row.changedAt ?? row.updatedAt };
}

const stored = pageContentSchema.partial();

/** A draft or version as stored, over what the page is: a field that was not known when it was written keeps the page's own. */
export function readContent(json: unknown, base: WholeContent): WholeContent {
  const parsed = stored.safeParse(json);
  return parsed.success ? { ...base, ...withoutGaps(parsed.data) } : base;
}

/** What a page says after a change; fields that were left out stay. */
export function mergeContent(base: WholeContent, wanted: PageContent): WholeContent {
  return { ...base, ...withoutGaps(wanted) };
}

export function contentOf(row: WholeContent): WholeContent {
  const { title, slug, description, body, seoTitle, seoDescription, noIndex, socialAssetId } = row;
  return { title, slug, description, body, seoTitle, seoDescription, noIndex, socialAssetId };
}

export function sameContent(a: WholeContent, b: WholeContent): boolean {
  return contentFields.every((field) => a[field] === b[field]);
}

export const contentFields = [
  ...['title', 'slug', 'description', 'body', 'seoTitle', 'seoDescription', 'noIndex', 'socialAssetId'],
] as readonly (keyof WholeContent)[];

export const emptyContent: WholeContent = {
  title: '',
  slug: '',
  description: '',
  body: '',
  seoTitle: '',
  seoDescription: '',
  noIndex: false,
  socialAssetId: null,
};

function withoutGaps(content: Partial<PageContent>): Partial<WholeContent> {
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}
