import 'server-only';
import { can, type TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { cleanCode } from './clean-code';
import { requireCode, requireOrigins } from './require-code';
import type { CodeForm, Finding, SiteCode } from './schema';
import { readState } from './store';

/** The code to edit, straight from the database: the draft where there is one. @throws AppError not_found, forbidden */
export async function readCode(ctx: TenantContext): Promise<CodeForm> {
  await requireCode(ctx, 'site.view');
  const { draft, live, code, revision } = await readState(tenantDb(ctx));
  return {
    code,
    revision,
    findings: cleanCode(code).findings,
    draft: draft && { updatedAt: draft.updatedAt.toISOString(), createdByName: draft.createdByName },
    live: live && {
      number: live.number,
      publishedAt: live.publishedAt.toISOString(),
      publishedByName: live.publishedByName,
    },
    mayChangeScripts: can(ctx, 'site.code'),
  };
}

/** What would be taken out, before anything is kept. @throws AppError not_found, forbidden, validation_failed */
export async function checkCode(ctx: TenantContext, { code }: { code: SiteCode }): Promise<{ findings: Finding[] }> {
  await requireCode(ctx, 'site.manage');
  await requireOrigins(ctx, code);
  return { findings: cleanCode(code).findings };
}
