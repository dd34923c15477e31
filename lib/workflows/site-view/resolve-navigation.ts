import type { PublishedPageLink } from '@/lib/features/pages/schema';
import { pagePath } from '@/lib/features/pages/rules';
import type { NavigationEntry, NavigationItem } from '@/lib/features/site/schema';

export interface ResolvedLink {
  href: string;
  label: string;
  external: boolean;
  children: readonly ResolvedLink[];
}

/**
 * What a navigation leads to now: a page that is not there, or not any more, is left out, and what was below it moves up. Without a
 * chosen navigation all pages at the top, in their order.
 * @param frontPath the page that is the front page; it is reached by the logo
 */
export function resolveNavigation(
  items: readonly NavigationItem[] | null,
  pages: readonly PublishedPageLink[],
  frontPath: string,
): ResolvedLink[] {
  if (items === null)
    return pages
      .filter(({ parentId, path }) => parentId === null && path !== frontPath)
      .map(({ path, title }) => ({ href: pagePath(path), label: title, external: false, children: [] }));
  const byId = new Map(pages.map((page) => [page.id, page]));
  const resolve = (entry: NavigationEntry): ResolvedLink | null => {
    if (entry.kind === 'link') return { href: entry.url, label: entry.label, external: true, children: [] };
    const page = byId.get(entry.pageId);
    if (!page) return null;
    const href = page.path === frontPath ? '/' : pagePath(page.path);
    return { href, label: entry.label || page.title, external: false, children: [] };
  };
  return items.flatMap((item) => {
    const children = item.children.flatMap((entry) => resolve(entry) ?? []);
    const top = resolve(item);
    return top === null ? children : [{ ...top, children }];
  });
}
