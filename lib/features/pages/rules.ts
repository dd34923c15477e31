/** A page with this slug gives the site's front page its words; it has no address of its own. */
export const FRONT_PAGE_SLUG = 'home';

/** Paths that the site itself or its host answers. */
export const reservedPageSlugs: readonly string[] = [
  ...['api', 'ofrep', 'scim', 'healthz', 'readyz', 'metrics', 'static', 'hosts', 'find'],
  ...['robots', 'sitemap', 'favicon', 'manifest', 'brand', 'index'],
  ...['unlock', 'preview', 'site-code'],
];

/** Enough for a site of this kind, and few enough to show in one list. */
export const maxPages = 200;

/** `/products/tools/saw`: more would neither fit a menu nor be read. */
export const maxDepth = 3;

/** Older ones go as new ones come. */
export const maxVersionsPerPage = 50;

/** What a page's picture for shared links is among the tenant's pictures. */
export const PICTURE_KIND = 'share';

/** A slug from a title: what can't stand in an address becomes a hyphen. Empty when nothing is left. */
export function slugFromTitle(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return slug.replace(/^-+|-+$/g, '');
}

/** Where the site shows a page. @param path slugs from the top of the tree, joined by slashes */
export function pagePath(path: string): string {
  return path === FRONT_PAGE_SLUG ? '/' : `/${path}`;
}
