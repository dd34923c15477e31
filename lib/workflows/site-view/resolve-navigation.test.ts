import { describe, expect, it } from 'vitest';
import type { PublishedPageLink } from '@/lib/features/pages/schema';
import { resolveNavigation } from './resolve-navigation';

const times = { publishedAt: '', updatedAt: '' };
const words = { description: '', seoTitle: '', seoDescription: '', noIndex: false };
const page = (id: string, path: string, parentId: string | null = null): PublishedPageLink => ({
  ...{ id, parentId, path, ...words, ...times },
  slug: path.split('/').at(-1) ?? '',
  title: `Title of ${id}`,
});
const pages = [page('a', 'home'), page('b', 'shop'), page('c', 'shop/tools', 'b'), page('d', 'help')];
const leaf = (href: string, label: string, external = false) => ({ href, label, external, children: [] });

describe('a navigation', () => {
  it('is all pages at the top but the front page, until somebody chose one', () => {
    expect(resolveNavigation(null, pages, 'home')).toEqual([leaf('/shop', 'Title of b'), leaf('/help', 'Title of d')]);
    expect(resolveNavigation([], pages, 'home')).toEqual([]);
  });

  it('has the labels it was given, titles where it was given none, and one level below', () => {
    const chosen = [
      {
        ...{ kind: 'page' as const, pageId: 'b', label: 'Buy' },
        children: [{ kind: 'page' as const, pageId: 'c', label: '' }],
      },
      { kind: 'link' as const, url: 'https://example.com/x', label: 'Elsewhere', children: [] },
    ];
    expect(resolveNavigation(chosen, pages, 'home')).toEqual([
      { ...leaf('/shop', 'Buy'), children: [leaf('/shop/tools', 'Title of c')] },
      leaf('https://example.com/x', 'Elsewhere', true),
    ]);
  });

  it('leaves out a page that is not there and keeps what was below it', () => {
    const chosen = [
      {
        ...{ kind: 'page' as const, pageId: 'gone', label: 'Gone' },
        children: [{ kind: 'page' as const, pageId: 'd', label: '' }],
      },
    ];
    expect(resolveNavigation(chosen, pages, 'home')).toEqual([leaf('/help', 'Title of d')]);
  });

  it('leads to the start for the page that was chosen as the front page', () => {
    const chosen = [{ kind: 'page' as const, pageId: 'd', label: '', children: [] }];
    expect(resolveNavigation(chosen, pages, 'help')).toEqual([leaf('/', 'Title of d')]);
  });
});
