import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/i18n/app-providers';
import { Document } from '@/components/i18n/document';
import { PageMessages } from '@/components/i18n/messages';
import { readTheme } from '@/components/ui/theme';
import { portalFrame } from '@/lib/http/portal-frame';

// Every portal page depends on the host and the session.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { brand } = await portalFrame();
  const name = brand.tokens.displayName;
  return {
    title: { default: name, template: `%s · ${name}` },
    icons: { icon: '/favicon.ico' },
    robots: { index: false, follow: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { brand } = await portalFrame();
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: brand.themeColours.light },
      { media: '(prefers-color-scheme: dark)', color: brand.themeColours.dark },
    ],
  };
}

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { brand, themeCookie } = await portalFrame();
  const theme = readTheme(themeCookie, brand.tokens.theme);
  return (
    <Document lang="en" theme={theme} css={brand.css}>
      <PageMessages namespaces={['shell']}>
        <AppProviders>{children}</AppProviders>
      </PageMessages>
    </Document>
  );
}
