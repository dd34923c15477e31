'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export const NAV_ID = 'shell-nav';

/**
 * One element, two lives: a column on wide screens, and under 768 px a popover that slides in as a sheet. The platform
 * opens and closes it (button, Escape, press outside), so it works before any script has loaded.
 */
export function NavFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <nav
      id={NAV_ID}
      popover="auto"
      aria-label={t('nav.label')}
      className="fixed inset-y-0 end-auto start-0 m-0 h-dvh w-[min(18rem,85vw)] flex-col overflow-hidden border-0 border-e border-border bg-sunken p-0 text-text backdrop:bg-scrim open:flex max-md:animate-[slide-over_180ms_cubic-bezier(0.2,0.8,0.2,1)] max-md:open:shadow-overlay md:sticky md:top-0 md:flex md:w-auto md:backdrop:hidden"
    >
      {children}
    </nav>
  );
}
