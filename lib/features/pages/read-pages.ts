import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { renderMarkdown } from './render-markdown';
import { requirePages } from './require-pages';
import { readPage, readSummaries, readVersions } from './store';
import type { EditablePage, PageSummary, PageVersionSummary } from './schema';

/** All pages, drafts too, in the order of the site's navigation. @throws AppError not_found, forbidden */
export async function listPages(ctx: TenantContext): Promise<PageSummary[]> {
  await requirePages(ctx, 'site.view');
  return readSummaries(tenantDb(ctx));
}

/** One page to edit. @throws AppError not_found, forbidden */
export async function getPage(ctx: TenantContext, id: string): Promise<EditablePage> {
  await requirePages(ctx, 'site.view');
  return readPage(tenantDb(ctx), id);
}

/** What a page was each time it was published, newest first. @throws AppError not_found, forbidden */
export async function listVersions(ctx: TenantContext, id: string): Promise<PageVersionSummary[]> {
  await requirePages(ctx, 'site.view');
  const db = tenantDb(ctx);
  await readPage(db, id);
  return readVersions(db, id);
}

/** Exactly what the site would show. @throws AppError not_found, forbidden */
export async function previewPage(ctx: TenantContext, body: string): Promise<{ html: string }> {
  await requirePages(ctx, 'site.view');
  return { html: renderMarkdown(body) };
}
