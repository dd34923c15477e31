import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/i18n/app-providers';
import { Document } from '@/components/i18n/document';
import { SurfaceMessages } from '@/components/i18n/messages';
import { BrandProvider } from '@/components/shell/brand-context';
import { PreviewBar } from '@/components/shell/preview-bar';
import { readTheme } from '@/components/ui/theme';
import { portalChrome } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { brandIcons, sharePictureUrl } from '@/lib/workflows/host-files/brand-files';
import { portalBrand } from './portal-brand';
import { openLanguage } from '@/lib/http/language';
import { leavePreviewAction } from './preview-actions';

// Every portal page depends on the host and the session.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ brand, published, host, away }] = await Promise.all([portalChrome(), openLanguage()]);
  if (!brand || !published) {
    const t = translator('edge');
    return { title: t(away ? 'unavailableTitle' : 'title'), robots: { index: false, follow: false } };
  }
  const name = brand.tokens.displayName;
  const image = { url: hostOrigin(host) + sharePictureUrl(published, null), width: 1200, height: 630, alt: name };
  return {
    title: { default: name, template: `%s · ${name}` },
    icons: brandIcons(published),
    manifest: '/manifest.webmanifest',
    // What a chat shows beside a link to the portal: a program that follows it sees the sign-in page, whichever page was sent.
    openGraph: { type: 'website', title: name, siteName: name, images: [image] },
    twitter: { card: 'summary_large_image', title: name, images: [image.url] },
    robots: { index: false, follow: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { brand, themeCookie } = await portalChrome();
  if (!brand) return {};
  const { light, dark } = brand.themeColours;
  const theme = readTheme(themeCookie, brand.tokens.theme);
  if (theme !== 'system') return { themeColor: theme === 'dark' ? dark : light };
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

/** A host that is nobody's has no brand, and its pages are the 404 that names nobody. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ brand, themeCookie, isPreview }, language] = await Promise.all([portalChrome(), openLanguage()]);
  const theme = readTheme(themeCookie, brand?.tokens.theme);
  return (
    <Document lang={language} theme={theme} css={brand?.css}>
      <SurfaceMessages namespaces={['shell']}>
        <AppProviders>
          {isPreview && <PreviewBar leave={leavePreviewAction} />}
          <BrandProvider brand={brand && portalBrand(brand)}>{children}</BrandProvider>
        </AppProviders>
      </SurfaceMessages>
    </Document>
  );
}
