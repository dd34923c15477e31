import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { isPreview, signPreview } from '@/lib/core/preview/preview-token';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { AppError, notFound } from '@/lib/platform/errors';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { toPublished } from './published-code';
import { requireCode } from './require-code';
import type { PublishedCode } from './schema';
import { readState } from './store';

/** A link to the site with the saved draft on it, for half an hour. @throws AppError not_found, forbidden, conflict (no draft, no site) */
export async function previewLink(ctx: TenantContext): Promise<{ url: string }> {
  await requireCode(ctx, 'site.manage');
  const [{ draft }, origin] = await Promise.all([readState(tenantDb(ctx)), siteOrigin(ctx)]);
  if (!draft) throw notFound();
  if (origin === null)
    throw new AppError('conflict', 'There is no site to show it on.', { messageKey: 'siteCodeNoSite' });
  return { url: `${origin}/site-code/preview/${signPreview(ctx, 'site-code', draft.id)}` };
}

/** The draft that a link opens, ready to show on the site's own host, or null: over, forged, another tenant's, or the draft is gone. */
export async function previewedCode(scope: TenantScope, token: string): Promise<PublishedCode | null> {
  if (!(await isEnabled(scope, 'site.custom_code'))) return null;
  const row = await tenantDb(scope).siteCodeVersion.findFirst({ where: { status: 'draft' } });
  if (row === null || !isPreview(scope, 'site-code', row.id, token)) return null;
  const { stylesheet, script, ...html } = toPublished(row);
  const withToken = (path: string | null): string | null => path && `${path}?preview=${token}`;
  return { ...html, stylesheet: withToken(stylesheet), script: withToken(script) };
}
