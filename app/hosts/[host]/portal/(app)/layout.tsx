import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { readCollapsed, SIDEBAR_COOKIE } from '@/components/shell/sidebar-cookie';
import { readTheme } from '@/components/ui/theme';
import { openMemberPage } from '@/lib/http/page';
import { portalFrame } from '@/lib/http/portal-frame';
import { translator } from '@/lib/messages/translator';
import { portalNavigationFor } from '../navigation';
import { portalBrand } from '../portal-brand';
import { signOutAction } from '../sign-out-action';

export default async function PortalAppLayout({ children }: { children: ReactNode }) {
  const ctx = await openMemberPage(null);
  const [{ brand, themeCookie }, jar] = await Promise.all([portalFrame(), cookies()]);
  const t = translator('console');
  return (
    <AppShell
      brand={portalBrand(brand)}
      nav={await portalNavigationFor(ctx)}
      account={{
        name: ctx.actor.name,
        email: ctx.actor.email,
        theme: readTheme(themeCookie, brand.tokens.theme),
        links: [{ label: t('yourAccount'), href: '/account' }],
        signOut: signOutAction,
      }}
      collapsed={readCollapsed(jar.get(SIDEBAR_COOKIE)?.value)}
    >
      {children}
    </AppShell>
  );
}
