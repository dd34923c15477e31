import 'server-only';
import { LRUCache } from 'lru-cache';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { renderMarkdown } from './render-markdown';
import type { PublishedPage, PublishedPageLink } from './schema';

/** Pages that the public site shows, in the order of its navigation. Empty while the tenant does not have the feature. */
export async function listPublishedPages(scope: TenantScope): Promise<readonly PublishedPageLink[]> {
  return (await isEnabled(scope, 'site.pages')) ? published.get(scope) : [];
}

/** One published page, ready to show, or null. */
export async function getPublishedPage(scope: TenantScope, slug: string): Promise<PublishedPage | null> {
  const link = (await listPublishedPages(scope)).find((page) => page.slug === slug);
  if (!link) return null;
  const row = await tenantDb(scope).page.findFirst({ where: { slug, status: 'published' } });
  if (!row?.publishedAt) return null;
  return { ...toLink({ ...row, publishedAt: row.publishedAt }), html: htmlOf(scope, row) };
}

/** After a change of this process's own. */
export function dropPublishedPages(tenantId: string): void {
  published.drop(tenantId);
}

const published = tenantCache<PublishedPageLink[]>({
  max: 2_000,
  ttlMs: 5_000,
  changes: ['site'],
  load: async (scope) => {
    const rows = await tenantDb(scope).page.findMany({
      where: { status: 'published' },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { slug: true, title: true, description: true, publishedAt: true, updatedAt: true },
    });
    return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [toLink({ ...row, publishedAt })] : []));
  },
});

/** Rendering is pure, so a version of a page is rendered once; the key names tenant, page and version. Bounded by characters. */
const rendered = new LRUCache<string, string>({ maxSize: 16_000_000, sizeCalculation: (html) => html.length + 100 });

function htmlOf({ tenantId }: TenantScope, page: { id: string; body: string; updatedAt: Date }): string {
  const key = `${tenantId} ${page.id} ${page.updatedAt.getTime()}`;
  const held = rendered.get(key);
  if (held !== undefined) return held;
  const html = renderMarkdown(page.body);
  rendered.set(key, html);
  return html;
}

type LinkRow = Pick<PublishedPage, 'slug' | 'title' | 'description'> & { publishedAt: Date; updatedAt: Date };

function toLink({ slug, title, description, publishedAt, updatedAt }: LinkRow): PublishedPageLink {
  return { slug, title, description, publishedAt: publishedAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
