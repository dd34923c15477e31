'use client';

import type { ReactNode } from 'react';
import Link from 'next/link';
import clsx from 'clsx';
import { Tooltip } from '@/components/ui/tooltip';
import { useCurrentPath } from '@/components/ui/use-current-path';
import { NAV_ID } from './nav-frame';
import { leads } from './nav-rules';

interface NavLinkProps {
  href: string;
  label: string;
  /** Addresses below this one that have an item of their own. */
  except: readonly string[];
  children: ReactNode;
}

export function NavLink({ href, label, except, children }: NavLinkProps) {
  const path = useCurrentPath();
  const active = leads(href, path) && !except.some((other) => leads(other, path));
  return (
    <Tooltip text={label} side="right" within='[data-collapsed="true"]'>
      <Link
        href={href}
        aria-current={active ? 'page' : undefined}
        onClick={closeSheet}
        className={clsx(
          'flex h-8 items-center gap-2.5 rounded-md px-2 touch:h-10',
          active
            ? 'forced-border bg-hover font-medium text-text [&_svg]:text-accent-text'
            : 'text-muted hover:bg-hover hover:text-text',
          'group-data-[collapsed=true]/shell:md:justify-center group-data-[collapsed=true]/shell:md:px-0',
        )}
      >
        {children}
      </Link>
    </Tooltip>
  );
}

function closeSheet() {
  const sheet = document.getElementById(NAV_ID);
  if (sheet?.matches(':popover-open')) sheet.hidePopover();
}
