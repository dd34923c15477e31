'use client';

import { useEffect, useRef } from 'react';
import Link from 'next/link';
import clsx from 'clsx';
import { useCurrentPath } from './use-current-path';
import { TAB, TAB_BAR } from './tab-style';

export interface LinkTab {
  href: string;
  label: string;
  count?: number;
}

/** Tabs that are pages: each has its address, works in a new tab, and Back goes to the one before. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const path = useCurrentPath();
  const current = tabs
    .filter((tab) => path === tab.href || path.startsWith(`${tab.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the row is longer than the screen; the page itself stays where it is.
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [current?.href]);
  return (
    <nav ref={bar} aria-label={label} className={TAB_BAR}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab === current ? 'page' : undefined}
          className={clsx(
            TAB,
            tab === current ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="ms-1.5 text-sm tabular text-subtle">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
