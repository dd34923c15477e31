import 'server-only';
import { isEnabled } from '@/lib/core/flags/snapshot';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { sha256 as hashOf } from './clean-code';

export interface CodeFile {
  body: string;
  contentType: string;
}

/**
 * One of this tenant's own code files by its name (`<sha256>.css`), or null. Names of other tenants' files, of none, of a draft
 * without its preview, and things that are no name at all answer the same.
 */
export async function readCodeFile(scope: TenantScope, name: string, drafts: boolean): Promise<CodeFile | null> {
  const { 1: sha256, 2: kind } = /^([0-9a-f]{64})\.(css|js)$/.exec(name) ?? [];
  if (sha256 === undefined || !(await isEnabled(scope, 'site.custom_code'))) return null;
  const status = drafts ? {} : { status: 'published' };
  const db = tenantDb(scope);
  if (kind === 'css') {
    const row = await db.siteCodeVersion.findFirst({
      where: { cssSha256: sha256, ...status },
      select: { servedCss: true },
    });
    // A row whose content is not what its name says was not written by us.
    return row && hashOf(row.servedCss) === sha256
      ? { body: row.servedCss, contentType: 'text/css; charset=utf-8' }
      : null;
  }
  const row = await db.siteCodeVersion.findFirst({ where: { jsSha256: sha256, ...status }, select: { js: true } });
  return row && hashOf(row.js) === sha256 ? { body: row.js, contentType: 'text/javascript; charset=utf-8' } : null;
}
