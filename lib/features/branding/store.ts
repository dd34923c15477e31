import 'server-only';
import { assetPath } from '@/lib/core/branding/pictures';
import { findBrand } from '@/lib/core/branding/find-brand';
import { putPublishedBrand } from '@/lib/core/branding/publish-brand-row';
import { withoutPictures } from '@/lib/core/branding/rules';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { uuidv7 } from '@/lib/platform/ids';
import type { TenantScope } from '@/lib/tenancy/context';
import { rowKey } from '@/lib/tenancy/row-key';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { revisionOf } from './rules';
import type { BrandAssetView } from './schema';

type Db = Pick<TenantTx, 'brandVersion' | 'brandAsset' | '$queryRaw'>;

export interface BrandState {
  draft: { id: string; tokens: BrandTokens; createdByName: string; updatedAt: Date } | null;
  /** Null where nothing was published, and while the tenant looks like its parent. */
  live: { number: number; tokens: BrandTokens; publishedAt: Date; publishedByName: string } | null;
  /** The nearest ancestor with a brand, whose brand shows while there is no own one. */
  parent: { name: string } | null;
  /** What the form starts from: the draft, else what is live, else the default. */
  tokens: BrandTokens;
  /** What visitors see now; of an inherited brand without the pictures, which are the parent's. */
  liveTokens: BrandTokens;
  revision: string;
}

/** Whoever changes a tenant's brand waits here for the others, then sees what they did. */
export async function lockBrand(tx: Db, { tenantId, placement }: TenantScope): Promise<BrandState> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} brand`}, 0))::text`;
  return readState(tx, { tenantId, placement });
}

export async function readState(db: Db, scope: TenantScope): Promise<BrandState> {
  const [draftRow, found] = await Promise.all([
    db.brandVersion.findFirst({ where: { status: 'draft' } }),
    findBrand(scope, db),
  ]);
  const liveRow =
    found.source === 'own'
      ? await db.brandVersion.findFirst({ where: { status: 'published', number: found.version } })
      : null;
  const draft = draftRow && { ...draftRow, tokens: brandTokensSchema.parse(draftRow.tokens) };
  const live = liveRow && {
    number: liveRow.number,
    tokens: brandTokensSchema.parse(liveRow.tokens),
    publishedAt: liveRow.publishedAt ?? liveRow.createdAt,
    publishedByName: liveRow.publishedByName ?? liveRow.createdByName,
  };
  const liveTokens = live?.tokens ?? withoutPictures(found.tokens);
  return {
    draft,
    live,
    parent: found.parent,
    liveTokens,
    tokens: draft?.tokens ?? liveTokens,
    revision: revisionOf(draft, live?.number ?? 0),
  };
}

/** Numbers grow over drafts and versions alike; the lock makes the next one ours. */
async function nextNumber(tx: Db): Promise<number> {
  const { _max } = await tx.brandVersion.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export async function writeDraft(
  tx: Db,
  scope: TenantScope,
  state: BrandState,
  tokens: BrandTokens,
  byName: string,
): Promise<{ id: string; updatedAt: Date }> {
  const select = { id: true, updatedAt: true };
  if (state.draft)
    return tx.brandVersion.update({
      where: rowKey(scope, state.draft.id),
      data: { tokens, createdByName: byName },
      select,
    });
  return tx.brandVersion.create({
    data: { id: uuidv7(), number: await nextNumber(tx), status: 'draft', tokens, createdByName: byName },
    select,
  });
}

export async function deleteDraft(tx: Db): Promise<void> {
  await tx.brandVersion.deleteMany({ where: { status: 'draft' } });
}

/** A new version is always a new row: what was once published stays as it was. */
export async function insertPublished(
  tx: TenantTx,
  tokens: BrandTokens,
  byName: string,
): Promise<{ id: string; number: number }> {
  const data = {
    id: uuidv7(),
    number: await nextNumber(tx),
    status: 'published',
    tokens,
    createdByName: byName,
    publishedAt: new Date(),
    publishedByName: byName,
  };
  const created = await tx.brandVersion.create({ data, select: { id: true, number: true } });
  await putPublishedBrand(tx, created.number, tokens);
  return created;
}

export async function readAssets(db: Db, ids: readonly string[]): Promise<(BrandAssetView & { kind: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db.brandAsset.findMany({ where: { id: { in: [...ids] } } });
  return rows.map((row) => {
    const { id, kind, width, height } = row;
    return { id, kind, url: assetPath(row), width, height };
  });
}
