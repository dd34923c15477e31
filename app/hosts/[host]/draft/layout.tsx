import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { frameMetadata, frameViewport, SiteFrame } from '../site/site-frame';

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ host: string }>;
}

export async function generateMetadata({ params }: Pick<LayoutProps, 'params'>): Promise<Metadata> {
  return { ...(await frameMetadata({ ...(await params), look: 'draft' })), robots: { index: false, follow: false } };
}

export async function generateViewport({ params }: Pick<LayoutProps, 'params'>): Promise<Viewport> {
  return frameViewport({ ...(await params), look: 'draft' });
}

/**
 * The twin of a site's pages, which the edge chooses for a browser that may see the draft of the brand: rendered for it alone, kept
 * nowhere, listed nowhere. Without a draft, or without the right to it, it shows what is published.
 */
export default async function DraftLayout({ children, params }: LayoutProps) {
  return (
    <SiteFrame {...await params} look="draft">
      {children}
    </SiteFrame>
  );
}
