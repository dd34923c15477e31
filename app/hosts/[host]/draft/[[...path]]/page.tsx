import type { Metadata } from 'next';
import { pageMetadata, SitePage } from '../../site/site-page';

export const dynamic = 'force-dynamic';

interface PageProps {
  params: Promise<{ host: string; path?: string[] }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { ...(await pageMetadata({ ...(await params), look: 'draft' })), robots: { index: false, follow: false } };
}

export default async function DraftPage({ params }: PageProps) {
  return <SitePage {...await params} look="draft" />;
}
