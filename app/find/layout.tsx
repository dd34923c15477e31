import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/i18n/app-providers';
import { Document } from '@/components/i18n/document';
import { SurfaceMessages } from '@/components/i18n/messages';
import { readTheme, THEME_COOKIE } from '@/components/ui/theme';
import { platformLook } from '@/lib/core/branding/platform-brand';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';

// Each answer carries its own nonce.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ markUrl }] = await Promise.all([platformLook(), openLanguage()]);
  return {
    title: translator('find')('title'),
    icons: { icon: markUrl ?? '/favicon.ico' },
    manifest: '/manifest.webmanifest',
    robots: { index: false, follow: false },
  };
}

export default async function FindLayout({ children }: { children: ReactNode }) {
  const [{ tokens, css }, jar] = await Promise.all([platformLook(), cookies()]);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value, tokens.theme);
  return (
    <Document lang={await openLanguage()} theme={theme} css={css}>
      <SurfaceMessages namespaces={['find']}>
        <AppProviders>{children}</AppProviders>
      </SurfaceMessages>
    </Document>
  );
}
