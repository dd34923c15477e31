import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/components/i18n/document';
import { BrandDraftBar } from '@/components/site/brand-draft-bar';
import { SiteAnnouncements } from '@/components/site/site-announcements';
import { NoticeWordsProvider, type NoticeWords } from '@/components/site/notice-words';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import '@/components/site/site.css';
import { translator } from '@/lib/messages/translator';
import { siteCss } from '@/lib/features/branding/site-css';
import { brandIcons } from '@/lib/workflows/host-files/brand-files';
import { openSite, renderUnderWay, type SiteLook } from './open-site';

interface FrameProps {
  host: string;
  look: SiteLook;
}

/** What every page of a site says of itself. */
export async function frameMetadata({ host, look }: FrameProps): Promise<Metadata> {
  const site = await openSite(host, look);
  if (site === null) return { robots: { index: false } };
  return {
    // What is drawn is drawn of what is published.
    icons: brandIcons(site.published),
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export async function frameViewport({ host, look }: FrameProps): Promise<Viewport> {
  const site = await openSite(host, look);
  if (site === null) return {};
  const { light, dark } = site.brand.themeColours;
  const { theme } = site.brand.tokens;
  if (theme !== 'system') return { themeColor: theme === 'dark' ? dark : light };
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

function noticeWords(): NoticeWords {
  const t = translator('edge');
  return {
    title: t('unavailableTitle'),
    text: t('unavailableText'),
    retry: t('retry'),
    reference: t('reference'),
  };
}

/** What is around a site's page. One of a host that is nobody's has no brand: it names nobody. */
export async function SiteFrame({ host, look, children }: FrameProps & { children: ReactNode }) {
  Object.assign(renderUnderWay(), { host, look });
  const site = await openSite(host, look);
  const theme = site?.brand.tokens.theme ?? 'system';
  const css = site === null ? undefined : siteCss(site.brand.tokens);
  return (
    <Document lang={site?.view.language ?? 'en'} dir={site?.view.dir} theme={theme} css={css}>
      <div className="s-body">
        {site !== null && <SiteAnnouncements site={site.view} />}
        {site !== null && <SiteHeader site={site.view} />}
        <NoticeWordsProvider words={noticeWords()}>{children}</NoticeWordsProvider>
        {site !== null && <SiteFooter site={site.view} />}
      </div>
      {site?.isDraft && <BrandDraftBar locale={site.view.locale} />}
    </Document>
  );
}
