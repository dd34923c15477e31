'use client';

import { useRef, useState } from 'react';
import { PanelLeft } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Tooltip } from '@/components/ui/tooltip';
import { SIDEBAR_COOKIE } from './sidebar-cookie';

/** Sets an attribute that the styles read: folding renders nothing again. */
export function SidebarToggle({ initial }: { initial: boolean }) {
  const t = useTranslations('shell');
  const button = useRef<HTMLButtonElement>(null);
  const [collapsed, setCollapsed] = useState(initial);
  const label = collapsed ? t('nav.expand') : t('nav.collapse');

  function toggle() {
    const shell = button.current?.closest<HTMLElement>('[data-shell]');
    if (!shell) return;
    shell.dataset.collapsed = String(!collapsed);
    document.cookie = `${SIDEBAR_COOKIE}=${collapsed ? 'open' : 'collapsed'}; Path=/; Max-Age=31536000; SameSite=Lax`;
    setCollapsed(!collapsed);
  }

  return (
    <Tooltip text={label} side="right" within='[data-collapsed="true"]'>
      <button
        ref={button}
        type="button"
        aria-label={label}
        onClick={toggle}
        className="flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-muted hover:bg-hover hover:text-text group-data-[collapsed=true]/shell:justify-center group-data-[collapsed=true]/shell:px-0"
      >
        <PanelLeft aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" strokeWidth={1.75} />
        <span className="group-data-[collapsed=true]/shell:hidden">{t('nav.collapse')}</span>
      </button>
    </Tooltip>
  );
}
