import { expect, it } from 'vitest';
import { activeItem, leads, longerSiblings } from './nav-rules';
import type { NavGroup } from './shell-types';

const nav: NavGroup[] = [
  { items: [{ label: 'Overview', href: '/', icon: 'overview' }] },
  {
    label: 'Site',
    items: [
      { label: 'Site', href: '/site', icon: 'page' },
      { label: 'Pages', href: '/site/pages', icon: 'page' },
    ],
  },
];

it.each([
  ['/', 'Overview'],
  ['/site', 'Site'],
  ['/site/theme', 'Site'],
  ['/site/pages/home', 'Pages'],
])('%s belongs to %s', (path, label) => {
  expect(activeItem(nav, path)?.item.label).toBe(label);
});

it('a page outside the navigation belongs to no item, not to the overview', () => {
  expect(activeItem(nav, '/account')).toBeNull();
  expect(leads('/site', '/sitemap')).toBe(false);
});

it('an item yields to the ones below it', () => {
  expect(longerSiblings(nav, '/site')).toEqual(['/site/pages']);
  expect(longerSiblings(nav, '/')).toEqual([]);
});
