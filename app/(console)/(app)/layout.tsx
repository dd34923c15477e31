import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { BrowserZone } from '@/components/shell/browser-zone';
import { readCollapsed, SIDEBAR_COOKIE } from '@/components/shell/sidebar-cookie';
import { readTheme, THEME_COOKIE } from '@/components/ui/theme';
import { consoleDisplay } from '@/lib/http/language';
import { openConsolePage } from '@/lib/http/page';
import { platformShellBrand } from '@/lib/http/platform-frame';
import { translator } from '@/lib/messages/translator';
import { consoleNavigationFor } from '../navigation';
import { signOutAction } from '../sign-out-action';
import { searchConsole } from './search-action';

export default async function ConsoleAppLayout({ children }: { children: ReactNode }) {
  const ctx = await openConsolePage(null);
  const jar = await cookies();
  return (
    <AppShell
      brand={await platformShellBrand()}
      nav={consoleNavigationFor(ctx)}
      account={{
        name: ctx.actor.name,
        email: ctx.actor.email,
        theme: readTheme(jar.get(THEME_COOKIE)?.value),
        links: [{ label: translator('console')('yourAccount'), href: '/account' }],
        signOut: signOutAction,
      }}
      search={searchConsole}
      collapsed={readCollapsed(jar.get(SIDEBAR_COOKIE)?.value)}
    >
      <BrowserZone shown={(await consoleDisplay()).timeZone} />
      {children}
    </AppShell>
  );
}
