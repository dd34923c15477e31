import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppProviders } from '@/components/i18n/app-providers';
import { Document } from '@/components/i18n/document';
import { SurfaceMessages } from '@/components/i18n/messages';
import { readTheme, THEME_COOKIE } from '@/components/ui/theme';
import { platformLook } from '@/lib/core/branding/platform-brand';
import { platformIcon } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { openLanguage } from '@/lib/http/language';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  const title = translator('console')('title');
  return {
    title: { default: title, template: `%s · ${title}` },
    icons: { icon: await platformIcon() },
    robots: { index: false, follow: false },
  };
}

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [{ tokens, css }, jar] = await Promise.all([platformLook(), cookies()]);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value, tokens.theme);
  return (
    <Document lang={await openLanguage()} theme={theme} css={css}>
      <SurfaceMessages namespaces={['shell']}>
        <AppProviders>{children}</AppProviders>
      </SurfaceMessages>
    </Document>
  );
}
