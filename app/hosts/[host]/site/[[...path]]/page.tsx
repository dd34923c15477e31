import type { Metadata } from 'next';
import { pageMetadata, SitePage } from '../site-page';

/** Rendered once a host and path, kept in bounded memory, dropped when something on it changes (lib/http/site-cache.ts). */
export const dynamic = 'force-static';
/** In case the message of a change is lost. */
export const revalidate = 60;

interface PageProps {
  params: Promise<{ host: string; path?: string[] }>;
}

/** No host is known when the product is built. */
export function generateStaticParams(): { host: string; path: string[] }[] {
  return [];
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return pageMetadata({ ...(await params), look: 'published' });
}

export default async function PublishedPage({ params }: PageProps) {
  return <SitePage {...await params} look="published" />;
}
