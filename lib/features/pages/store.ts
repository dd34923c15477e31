import 'server-only';
import { assetPath } from '@/lib/core/branding/pictures';
import type { Page, Prisma } from '@/lib/generated/prisma/client';
import { AppError, notFound } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/ids';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { maxVersionsPerPage, PICTURE_KIND } from './rules';
import { contentOf, readContent } from './page-state';
import { placeInTree, type TreeNode } from './tree';
import type { EditablePage, PageStatus, PageSummary, PageVersionSummary, WholeContent } from './schema';

type Db = Pick<TenantTx, 'page' | 'pageVersion' | 'brandAsset' | '$queryRaw'>;

const inOrder: Prisma.PageOrderByWithRelationInput[] = [{ position: 'asc' }, { id: 'asc' }];

export async function readSummaries(db: Db): Promise<PageSummary[]> {
  const rows = await db.page.findMany({ omit: { body: true }, orderBy: inOrder });
  return placeInTree(rows).map(({ node, path, depth }) => toSummary(node, path, depth));
}

/** Every page's place, in the order of the navigation. */
export function readTree(db: Db): Promise<TreeNode[]> {
  return db.page.findMany({ select: { id: true, parentId: true, slug: true }, orderBy: inOrder });
}

/** @throws AppError not_found */
export async function readPage(db: Db, id: string): Promise<EditablePage> {
  const row = isUuid(id) ? await db.page.findFirst({ where: { id } }) : null;
  if (!row) throw notFound();
  const placed = placeInTree(await readTree(db)).find(({ node }) => node.id === id);
  const content = editedContent(row);
  return {
    ...toSummary(row, placed?.path ?? row.slug, placed?.depth ?? 0),
    ...content,
    socialImageUrl: await pictureUrl(db, content.socialAssetId),
  };
}

/** The page as it is now, held until the transaction ends. @throws AppError not_found */
export async function lockPage(tx: Db, id: string): Promise<Page> {
  if (!isUuid(id)) throw notFound();
  await tx.$queryRaw`SELECT 1 FROM "public".pages WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.page.findFirst({ where: { id } });
  if (!row) throw notFound();
  return row;
}

/** The same, as it was when somebody began to edit it. @throws AppError not_found, conflict */
export async function lockRevision(tx: Db, id: string, updatedAt: string): Promise<Page> {
  const page = await lockPage(tx, id);
  if (page.updatedAt.toISOString() !== new Date(updatedAt).toISOString())
    throw new AppError('conflict', 'Somebody else saved this page in between.');
  return page;
}

/** What an author sees of a page: the draft where there is one. */
export function editedContent(page: Page): WholeContent {
  const own = contentOf(page);
  return page.draft === null ? own : readContent(page.draft, own);
}

/** @throws AppError validation_failed where the picture is not one of this tenant's, or not made for this */
export async function requireOwnPicture(db: Db, assetId: string | null): Promise<void> {
  if (assetId === null) return;
  const row = await db.brandAsset.findFirst({ where: { id: assetId, kind: PICTURE_KIND }, select: { id: true } });
  if (!row) throw new AppError('validation_failed', 'No such picture.', { fields: { socialAssetId: 'invalid' } });
}

/** Keeps what was just published, and lets go of what is too old. */
export async function addVersion(
  tx: Db,
  pageId: string,
  content: WholeContent,
  publishedByName: string,
): Promise<number> {
  const { _max } = await tx.pageVersion.aggregate({ where: { pageId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await tx.pageVersion.create({ data: { pageId, number, content: { ...content }, publishedByName } });
  await tx.pageVersion.deleteMany({ where: { pageId, number: { lte: number - maxVersionsPerPage } } });
  return number;
}

export async function readVersions(db: Db, pageId: string): Promise<PageVersionSummary[]> {
  const rows = await db.pageVersion.findMany({ where: { pageId }, orderBy: { number: 'desc' } });
  return rows.map(({ id, number, content, publishedAt, publishedByName }) => ({
    ...{ id, number, publishedByName },
    title: titleOf(content),
    publishedAt: publishedAt.toISOString(),
  }));
}

/** @throws AppError not_found where the version is not this page's */
export async function readVersionContent(db: Db, page: Page, versionId: string): Promise<WholeContent> {
  const row = await db.pageVersion.findFirst({ where: { id: versionId, pageId: page.id }, select: { content: true } });
  if (!row) throw notFound();
  return readContent(row.content, contentOf(page));
}

function titleOf(content: unknown): string {
  const title = typeof content === 'object' && content !== null && 'title' in content ? content.title : '';
  return typeof title === 'string' ? title : '';
}

async function pictureUrl(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db.brandAsset.findFirst({ where: { id }, select: { sha256: true, mimeType: true } });
  return row && assetPath(row);
}

function toSummary(row: Omit<Page, 'body'>, path: string, depth: number): PageSummary {
  const { id, parentId, slug, title, updatedByName, featureKey } = row;
  return {
    ...{ id, parentId, slug, path, depth, title, updatedByName, featureKey },
    // A CHECK holds the two statuses.
    status: row.status as PageStatus,
    hasDraft: row.draft !== null,
    publishAt: row.publishAt?.toISOString() ?? null,
    unpublishAt: row.unpublishAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}
