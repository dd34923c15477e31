import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { diffLines } from './diff-lines';
import { requireCode } from './require-code';
import { emptyCode, originText } from './rules';
import { codeFields, type CodeChange, type CodeVersionView, type SiteCode } from './schema';
import { codeOf } from './store';

const PAGE_SIZE = 10;

/** Published versions, newest first, each with what it changed. @param before only those with a smaller number; `older` is what to ask next */
export async function listCodeVersions(
  ctx: TenantContext,
  before?: number,
): Promise<{ versions: CodeVersionView[]; older: number | null; live: number | null }> {
  await requireCode(ctx, 'site.view');
  const db = tenantDb(ctx);
  const [rows, live] = await Promise.all([
    db.siteCodeVersion.findMany({
      where: { status: 'published', ...(before ? { number: { lt: before } } : {}) },
      orderBy: { number: 'desc' },
      take: PAGE_SIZE + 1,
    }),
    db.siteCodeVersion.findFirst({
      where: { status: 'published' },
      orderBy: { number: 'desc' },
      select: { number: true },
    }),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  const versions = shown.map((row, at) => {
    const former = rows[at + 1];
    return {
      number: row.number,
      publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
      publishedByName: row.publishedByName ?? row.createdByName,
      isLive: row.number === live?.number,
      changes: changesOf(former ? codeOf(former) : emptyCode(), codeOf(row)),
    };
  });
  return {
    versions,
    older: rows.length > PAGE_SIZE ? (shown.at(-1)?.number ?? null) : null,
    live: live?.number ?? null,
  };
}

function changesOf(before: SiteCode, after: SiteCode): CodeChange[] {
  const fields = codeFields.map((field): CodeChange => ({ field, lines: diffLines(before[field], after[field]) }));
  const origins: CodeChange = { field: 'origins', lines: diffLines(originText(before), originText(after)) };
  return [...fields, origins].filter(({ lines }) => lines.length > 0);
}
