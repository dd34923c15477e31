import 'server-only';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { noOrigins, type PolicyOrigins } from '@/lib/edge/host-policy';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { cleanStoredHtml } from './clean-html';
import { cleanOrigins } from './origin-rules';
import { ownNames } from './own-names';
import { codeFile } from './rules';
import type { PublishedCode } from './schema';
import { codeOf } from './store';

/** What the site's pages show of the tenant's code, or null: nothing was published, or the tenant does not have the feature. */
export async function publishedCode(scope: TenantScope): Promise<PublishedCode | null> {
  return (await liveOf(scope)).code;
}

/** What the site's content security policy is extended by. */
export async function publishedOrigins(scope: TenantScope): Promise<PolicyOrigins> {
  return (await liveOf(scope)).origins;
}

/** After a change of this process's own. */
export function dropPublishedCode(tenantId: string): void {
  published.drop(tenantId);
}

/** What a stored version shows, cleaned once more on its way out. */
export function toPublished(row: StoredCode): PublishedCode {
  const { origins } = codeOf(row);
  return {
    stylesheet: codeFile('css', row.cssSha256),
    script: codeFile('js', row.jsSha256),
    headerHtml: cleanStoredHtml(row.servedHeaderHtml, origins),
    footerHtml: cleanStoredHtml(row.servedFooterHtml, origins),
  };
}

type StoredCode = Parameters<typeof codeOf>[0];
interface Live {
  code: PublishedCode | null;
  origins: PolicyOrigins;
}

const nothing: Live = { code: null, origins: noOrigins };

async function liveOf(scope: TenantScope): Promise<Live> {
  return (await isEnabled(scope, 'site.custom_code')) ? published.get(scope) : nothing;
}

const published = tenantCache<Live>({
  max: 2_000,
  ttlMs: 5_000,
  changes: ['site', 'host'],
  load: async (scope) => {
    const row = await tenantDb(scope).siteCodeVersion.findFirst({
      where: { status: 'published' },
      orderBy: { number: 'desc' },
    });
    if (row === null) return nothing;
    return { code: toPublished(row), origins: cleanOrigins(codeOf(row).origins, await ownNames(scope)) };
  },
});
