import 'server-only';
import type { Metadata } from 'next';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { sharePictureUrl } from '@/lib/workflows/host-files/brand-files';
import { isIndexable } from '@/lib/workflows/host-files/robots';
import type { OpenSite } from './open-site';

/** What search engines and shared links show of a page. Addresses are made from the stored primary host. */
export async function siteMetadata(
  { record, brand, view }: OpenSite,
  slug: string | undefined,
  page: { slug: string; title: string; description: string; updatedAt: string } | null,
): Promise<Metadata> {
  const origin = hostOrigin(record.primaryHost);
  const url = `${origin}/${slug ?? ''}`;
  const title = titleOf(view.name, slug, page);
  const description = page?.description || translator('site')('welcome', { name: view.name });
  const image = { url: origin + sharePictureUrl(brand, page), width: 1200, height: 630, alt: view.name };
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: slug === undefined ? 'website' : 'article',
      title,
      description,
      url,
      siteName: view.name,
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image.url] },
    ...((await isIndexable(record)) ? {} : { robots: { index: false, follow: false } }),
  };
}

function titleOf(name: string, slug: string | undefined, page: { title: string } | null): string {
  if (page === null || page.title === name) return name;
  return slug === undefined ? `${name} · ${page.title}` : `${page.title} · ${name}`;
}
