import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { frameMetadata, frameViewport, SiteFrame } from './site-frame';

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ host: string }>;
}

export async function generateMetadata({ params }: Pick<LayoutProps, 'params'>): Promise<Metadata> {
  return frameMetadata({ ...(await params), look: 'published' });
}

export async function generateViewport({ params }: Pick<LayoutProps, 'params'>): Promise<Viewport> {
  return frameViewport({ ...(await params), look: 'published' });
}

export default async function SiteLayout({ children, params }: LayoutProps) {
  return (
    <SiteFrame {...await params} look="published">
      {children}
    </SiteFrame>
  );
}
