import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { uuidv7 } from '@/lib/platform/ids';
import type { TenantScope } from '@/lib/tenancy/context';
import { rowKey } from '@/lib/tenancy/row-key';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { cleanCode } from './clean-code';
import { emptyCode, revisionOf } from './rules';
import type { Origins, SiteCode } from './schema';

type Db = Pick<TenantTx, 'siteCodeVersion' | '$queryRaw'>;
type Row = Prisma.SiteCodeVersionGetPayload<object>;

export interface CodeState {
  draft: { id: string; code: SiteCode; createdByName: string; updatedAt: Date } | null;
  live: { number: number; code: SiteCode; publishedAt: Date; publishedByName: string } | null;
  /** What the form starts from: the draft, else what is live, else nothing. */
  code: SiteCode;
  liveCode: SiteCode;
  revision: string;
}

/** Whoever changes a site's code waits here for the others, then sees what they did. */
export async function lockCode(tx: Db, { tenantId }: TenantScope): Promise<CodeState> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${tenantId} site code`}, 0))::text`;
  return readState(tx);
}

export async function readState(db: Db): Promise<CodeState> {
  const [draftRow, liveRow] = await Promise.all([
    db.siteCodeVersion.findFirst({ where: { status: 'draft' } }),
    db.siteCodeVersion.findFirst({ where: { status: 'published' }, orderBy: { number: 'desc' } }),
  ]);
  const draft = draftRow && {
    id: draftRow.id,
    code: codeOf(draftRow),
    createdByName: draftRow.createdByName,
    updatedAt: draftRow.updatedAt,
  };
  const live = liveRow && {
    number: liveRow.number,
    code: codeOf(liveRow),
    publishedAt: liveRow.publishedAt ?? liveRow.createdAt,
    publishedByName: liveRow.publishedByName ?? liveRow.createdByName,
  };
  const liveCode = live?.code ?? emptyCode();
  return { draft, live, liveCode, code: draft?.code ?? liveCode, revision: revisionOf(draft, live?.number ?? 0) };
}

export function codeOf({ css, js, headerHtml, footerHtml, origins }: Row): SiteCode {
  return { css, js, headerHtml, footerHtml, origins: { ...emptyCode().origins, ...(origins as Partial<Origins>) } };
}

export async function writeDraft(
  tx: Db,
  scope: TenantScope,
  state: CodeState,
  code: SiteCode,
  byName: string,
): Promise<{ id: string; updatedAt: Date }> {
  const select = { id: true, updatedAt: true };
  const data = { ...columnsOf(code), createdByName: byName };
  if (state.draft) return tx.siteCodeVersion.update({ where: rowKey(scope, state.draft.id), data, select });
  return tx.siteCodeVersion.create({
    data: { ...data, id: uuidv7(), number: await nextNumber(tx), status: 'draft' },
    select,
  });
}

export async function deleteDraft(tx: Db): Promise<void> {
  await tx.siteCodeVersion.deleteMany({ where: { status: 'draft' } });
}

/** A new version is always a new row: what was once published stays as it was. It is cleaned anew by today's rules. */
export async function insertPublished(tx: Db, code: SiteCode, byName: string): Promise<{ id: string; number: number }> {
  const data = {
    ...columnsOf(code),
    id: uuidv7(),
    number: await nextNumber(tx),
    status: 'published',
    createdByName: byName,
    publishedAt: new Date(),
    publishedByName: byName,
  };
  return tx.siteCodeVersion.create({ data, select: { id: true, number: true } });
}

function columnsOf(code: SiteCode) {
  const { findings: _told, ...served } = cleanCode(code);
  return { ...code, ...served };
}

/** Numbers grow over drafts and versions alike; the lock makes the next one ours. */
async function nextNumber(tx: Db): Promise<number> {
  const { _max } = await tx.siteCodeVersion.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
