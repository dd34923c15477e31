import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CodeFrame } from '@/components/site/code-frame';
import { FrontPage } from '@/components/site/front-page';
import { PreviewBar } from '@/components/site/preview-bar';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { getPublishedPage } from '@/lib/features/pages/published-pages';
import { previewedCode } from '@/lib/features/site-code/preview-code';
import { openSite } from '../../../open-site';

/** The site's front page with code that is not published, for whoever holds the link. Never kept, never listed. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };

interface PreviewProps {
  params: Promise<{ host: string; token: string }>;
}

export default async function CodePreviewPage({ params }: PreviewProps) {
  const { host, token } = await params;
  const site = await openSite(host, 'published');
  if (site?.record.status !== 'active') notFound();
  const code = await previewedCode(site.record, token);
  if (code === null) notFound();
  return (
    <CodeFrame code={code}>
      <PreviewBar />
      <FrontPage site={site.view} own={await getPublishedPage(site.record, FRONT_PAGE_SLUG)} />
    </CodeFrame>
  );
}
