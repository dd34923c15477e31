import 'server-only';
import { LRUCache } from 'lru-cache';
import { assetPath } from '@/lib/core/branding/pictures';
import { flagSnapshot } from '@/lib/core/flags/snapshot';
import type { Page } from '@/lib/generated/prisma/client';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { contentOf, liveState, readContent, type LiveState } from './page-state';
import { renderMarkdown } from './render-markdown';
import { placeInTree } from './tree';
import type { PublishedPage, PublishedPageLink, SocialImage, WholeContent } from './schema';

/**
 * Pages that the public site shows now, in the order of its navigation, each after the one it hangs below. A page is there while it is
 * published, its feature is on and everything above it is there. Empty while the tenant does not have the feature of own pages.
 */
export async function listPublishedPages(scope: TenantScope): Promise<readonly PublishedPageLink[]> {
  const flags = await flagSnapshot(scope);
  const isOn = (key: string | null): boolean => key === null || flags.get(key)?.value === true;
  if (!isOn('site.pages')) return [];
  const now = new Date();
  const live = (await rows.get(scope)).flatMap((row) => {
    const state = isOn(row.featureKey) ? liveState(row, now) : null;
    if (state === null) return [];
    const content = state.fromDraft ? row.next : row;
    return [{ id: row.id, parentId: row.parentId, slug: content.slug, content, state }];
  });
  return placeInTree(live).map(({ node, path }) => toLink(node.id, node.parentId, path, node.content, node.state));
}

/** One published page, ready to show, or null. @param path slugs from the top of the tree, joined by slashes */
export async function getPublishedPage(scope: TenantScope, path: string): Promise<PublishedPage | null> {
  const link = (await listPublishedPages(scope)).find((page) => page.path === path);
  if (!link) return null;
  const row = await tenantDb(scope).page.findFirst({ where: { id: link.id } });
  const state = row && liveState(row, new Date());
  if (!state) return null;
  const content = state.fromDraft ? readContent(row.draft, contentOf(row)) : contentOf(row);
  return {
    ...toLink(link.id, link.parentId, path, content, state),
    html: htmlOf(scope, link.id, content.body, state.changedAt),
    socialImage: await pictureOf(scope, content.socialAssetId),
  };
}

/**
 * A page as its author last saved it, for whoever holds a link to it. Null for a page that is not this tenant's.
 * @param id from a token of this tenant (lib/core/preview)
 */
export async function getDraftPage(scope: TenantScope, id: string): Promise<PublishedPage | null> {
  const row = await tenantDb(scope).page.findFirst({ where: { id } });
  if (!row) return null;
  const content = readContent(row.draft ?? {}, contentOf(row));
  const state = { fromDraft: true, publishedAt: row.publishedAt ?? row.updatedAt, changedAt: row.updatedAt };
  return {
    ...toLink(id, row.parentId, content.slug, content, state),
    html: renderMarkdown(content.body),
    socialImage: await pictureOf(scope, content.socialAssetId),
  };
}

/** After a change of this process's own. */
export function dropPublishedPages(tenantId: string): void {
  rows.drop(tenantId);
}

type Words = Omit<WholeContent, 'body'>;
type KnownRow = Omit<Page, 'body' | 'draft'> & { next: Words };

const rows = tenantCache<KnownRow[]>({
  max: 2_000,
  ttlMs: 5_000,
  changes: ['site'],
  load: async (scope) => {
    const db = tenantDb(scope);
    const [pages, waiting] = await Promise.all([
      db.page.findMany({
        where: { OR: [{ status: 'published' }, { publishAt: { not: null } }] },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        omit: { body: true, draft: true },
      }),
      db.page.findMany({ where: { publishAt: { not: null } }, select: { id: true, draft: true } }),
    ]);
    const drafts = new Map(waiting.map(({ id, draft }) => [id, draft]));
    return pages.map((page) => ({
      ...page,
      next: wordsOf(readContent(drafts.get(page.id) ?? {}, { ...page, body: '' })),
    }));
  },
});

function wordsOf({ title, slug, description, seoTitle, seoDescription, noIndex, socialAssetId }: Words): Words {
  return { title, slug, description, seoTitle, seoDescription, noIndex, socialAssetId };
}

/** Rendering is pure, so a version of a page is rendered once; the key names tenant, page and version. Bounded by characters. */
const rendered = new LRUCache<string, string>({ maxSize: 16_000_000, sizeCalculation: (html) => html.length + 100 });

function htmlOf({ tenantId }: TenantScope, id: string, body: string, changedAt: Date): string {
  const key = `${tenantId} ${id} ${changedAt.getTime()}`;
  const held = rendered.get(key);
  if (held !== undefined) return held;
  const html = renderMarkdown(body);
  rendered.set(key, html);
  return html;
}

async function pictureOf(scope: TenantScope, id: string | null): Promise<SocialImage | null> {
  if (id === null) return null;
  const select = { sha256: true, mimeType: true, width: true, height: true } as const;
  const row = await tenantDb(scope).brandAsset.findFirst({ where: { id }, select });
  return row && { path: assetPath(row), width: row.width, height: row.height };
}

function toLink(
  id: string,
  parentId: string | null,
  path: string,
  { slug, title, description, seoTitle, seoDescription, noIndex }: Words,
  { publishedAt, changedAt }: LiveState,
): PublishedPageLink {
  return {
    ...{ id, parentId, slug, path, title, description, seoTitle, seoDescription, noIndex },
    publishedAt: publishedAt.toISOString(),
    updatedAt: changedAt.toISOString(),
  };
}
