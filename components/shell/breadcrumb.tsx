'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useCurrentPath } from '@/components/ui/use-current-path';
import { activeItem } from './nav-rules';
import { CRUMB_SLOT_ID } from './page-crumb';
import type { NavGroup } from './shell-types';

/** Group and page from the navigation; a detail page adds its own name with PageCrumb. */
export function Breadcrumb({ nav }: { nav: readonly NavGroup[] }) {
  const t = useTranslations('shell');
  const path = useCurrentPath();
  const active = activeItem(nav, path);
  const here = active !== null && active.item.href === path;
  return (
    <nav aria-label={t('crumbs')} className="min-w-0 flex-1">
      <ol id={CRUMB_SLOT_ID} className="flex min-w-0 items-center gap-1.5">
        {active?.group.label !== undefined && (
          <li className="hidden shrink-0 text-subtle lg:block">{active.group.label}</li>
        )}
        {active !== null && (
          <li className="shrink-0 truncate before:me-1.5 before:hidden before:text-subtle before:content-['/'] not-first:lg:before:inline">
            <Link
              href={active.item.href}
              aria-current={here ? 'page' : undefined}
              className={here ? 'rounded-sm font-medium' : 'rounded-sm text-muted hover:text-text'}
            >
              {active.item.label}
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
