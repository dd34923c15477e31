'use client';

import Link from 'next/link';
import clsx from 'clsx';
import { Check, ExternalLink } from 'lucide-react';
import type { MenuEntry } from './menu';

export function MenuItem({ entry, onDone }: { entry: MenuEntry; onDone: () => void }) {
  switch (entry.kind) {
    case 'separator':
      return <div role="separator" className="-mx-1 my-1 border-t border-border" />;
    case 'note':
      return <div className="px-2 py-1.5 text-sm text-muted">{entry.content}</div>;
    case 'link':
      return (
        <Link
          role="menuitem"
          tabIndex={-1}
          href={entry.href}
          target={entry.external ? '_blank' : undefined}
          rel={entry.external ? 'noreferrer' : undefined}
          onClick={onDone}
          className={ROW}
        >
          {entry.icon}
          <span className="min-w-0 flex-1 truncate">{entry.label}</span>
          {entry.external && <ExternalLink aria-hidden="true" className="size-3.5 text-subtle" />}
        </Link>
      );
    case 'check':
      return (
        <button
          type="button"
          role="menuitemcheckbox"
          aria-checked={entry.checked}
          tabIndex={-1}
          onClick={entry.onSelect}
          className={ROW}
        >
          {entry.icon}
          <span className="min-w-0 flex-1 truncate">{entry.label}</span>
          {entry.checked && <Check aria-hidden="true" className="size-4 text-accent-text" />}
        </button>
      );
    case 'action':
      return (
        <button
          type="button"
          role="menuitem"
          aria-disabled={entry.disabled}
          tabIndex={-1}
          onClick={() => {
            if (entry.disabled) return;
            onDone();
            entry.onSelect();
          }}
          className={clsx(
            ROW,
            entry.danger && 'text-negative-text [&_svg]:text-current',
            entry.disabled && 'text-subtle',
          )}
        >
          {entry.icon}
          <span className="min-w-0 flex-1 truncate">{entry.label}</span>
        </button>
      );
  }
}

const ROW =
  'flex min-h-control w-full items-center gap-2 rounded-sm px-2 text-start outline-none select-none hover:bg-hover focus:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-subtle';
