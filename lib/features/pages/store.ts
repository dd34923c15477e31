import 'server-only';
import type { Page } from '@/lib/generated/prisma/client';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { notFound } from '@/lib/platform/errors';
import { isUuid } from '@/lib/platform/ids';
import type { EditablePage, PageStatus, PageSummary } from './schema';

type Db = Pick<TenantTx, 'page' | '$queryRaw'>;

const summaryFields = {
  id: true,
  slug: true,
  title: true,
  status: true,
  updatedAt: true,
  updatedByName: true,
  publishedAt: true,
} as const;

export async function readSummaries(db: Db): Promise<PageSummary[]> {
  const rows = await db.page.findMany({ select: summaryFields, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map(toSummary);
}

/** @throws AppError not_found */
export async function readPage(db: Db, id: string): Promise<EditablePage> {
  const row = isUuid(id) ? await db.page.findFirst({ where: { id } }) : null;
  if (!row) throw notFound();
  return { ...toSummary(row), description: row.description, body: row.body };
}

/** The page as it is now, held until the transaction ends. @throws AppError not_found */
export async function lockPage(tx: Db, id: string): Promise<EditablePage> {
  await tx.$queryRaw`SELECT 1 FROM "public".pages WHERE id = ${id}::uuid FOR UPDATE`;
  return readPage(tx, id);
}

function toSummary(row: Pick<Page, keyof typeof summaryFields>): PageSummary {
  const { id, slug, title, updatedByName } = row;
  return {
    ...{ id, slug, title, updatedByName },
    // A CHECK holds the two statuses.
    status: row.status as PageStatus,
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}
