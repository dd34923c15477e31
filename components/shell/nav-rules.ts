import type { NavGroup, NavItem } from './shell-types';

/** The navigation item that a path belongs to: the longest address that leads it. */
export function activeItem(groups: readonly NavGroup[], path: string): { group: NavGroup; item: NavItem } | null {
  let best: { group: NavGroup; item: NavItem } | null = null;
  for (const group of groups) {
    for (const item of group.items) {
      if (leads(item.href, path) && item.href.length > (best?.item.href.length ?? 0)) best = { group, item };
    }
  }
  return best;
}

/** The addresses of other items below this one: there it is not the active item. */
export function longerSiblings(groups: readonly NavGroup[], href: string): string[] {
  return groups
    .flatMap((group) => group.items.map((item) => item.href))
    .filter((other) => other !== href && leads(href, other));
}

/** `/` leads only itself: everything is below it. */
export function leads(href: string, path: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
