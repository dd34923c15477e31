import 'server-only';
import type { Metadata } from 'next';
import type { PublishedPage } from '@/lib/features/pages/schema';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { sharePictureUrl } from '@/lib/workflows/host-files/brand-files';
import { isIndexable } from '@/lib/workflows/host-files/robots';
import type { OpenSite } from './open-site';

/** What search engines and shared links show of a page. Addresses are made from the stored primary host. @param path '' is the front page */
export async function siteMetadata(
  { record, published, view }: OpenSite,
  path: string,
  page: PublishedPage | null,
): Promise<Metadata> {
  const origin = hostOrigin(record.primaryHost);
  const url = `${origin}/${path}`;
  const title = page?.seoTitle || titleOf(view.name, path, page);
  const description =
    page?.seoDescription ||
    page?.description ||
    view.tagline ||
    translator('site', view.locale)('welcome', { name: view.name });
  const drawn = {
    path: sharePictureUrl(published, page && { slug: page.path, updatedAt: page.updatedAt }),
    ...DRAWN_SIZE,
  };
  const { path: picture, width, height } = page?.socialImage ?? drawn;
  const image = { url: origin + picture, width, height, alt: page?.socialImage ? page.title : view.name };
  const isListed = page?.noIndex !== true && (await isIndexable(record));
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: path === '' ? 'website' : 'article',
      title,
      description,
      url,
      siteName: view.name,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [{ url: image.url, alt: image.alt }] },
    ...(isListed ? {} : { robots: { index: false, follow: false } }),
  };
}

/** Of lib/features/branding/share-picture.ts. */
const DRAWN_SIZE = { width: 1200, height: 630 };

function titleOf(name: string, path: string, page: { title: string } | null): string {
  if (page === null || page.title === name) return name;
  return path === '' ? `${name} · ${page.title}` : `${page.title} · ${name}`;
}
