import Link from 'next/link';
import { BrandLogo, BrandMark } from './brand-logo';
import { ICONS } from './icons';
import { longerSiblings } from './nav-rules';
import { NavFrame } from './nav-frame';
import { NavLink } from './nav-link';
import { SidebarToggle } from './sidebar-toggle';
import type { NavGroup, NavItem, ShellBrand } from './shell-types';

interface SidebarProps {
  brand: ShellBrand;
  nav: readonly NavGroup[];
  collapsed: boolean;
}

/** Rendered on the server, icons and all; only the mark of the current page needs the browser. */
export function Sidebar({ brand, nav, collapsed }: SidebarProps) {
  return (
    <NavFrame>
      <Link
        href="/"
        className="mx-2 flex h-topbar shrink-0 items-center rounded-md px-2 group-data-[collapsed=true]/shell:md:justify-center group-data-[collapsed=true]/shell:md:px-0"
      >
        <span className="min-w-0 group-data-[collapsed=true]/shell:md:hidden">
          <BrandLogo brand={brand} />
        </span>
        <span className="hidden group-data-[collapsed=true]/shell:md:block">
          <BrandMark brand={brand} />
        </span>
      </Link>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pt-2 pb-4">
        {nav.map((group, index) => (
          <NavSection key={group.label ?? index} group={group} nav={nav} />
        ))}
      </div>
      <div className="hidden border-t border-border p-2 md:block">
        <SidebarToggle initial={collapsed} />
      </div>
    </NavFrame>
  );
}

function NavSection({ group, nav }: { group: NavGroup; nav: readonly NavGroup[] }) {
  return (
    <div className="not-first:mt-4">
      {group.label !== undefined && (
        <p className="flex h-7 items-center px-2 text-xs font-medium text-subtle group-data-[collapsed=true]/shell:md:h-px group-data-[collapsed=true]/shell:md:bg-border">
          <span className="truncate group-data-[collapsed=true]/shell:md:sr-only">{group.label}</span>
        </p>
      )}
      <ul className="grid gap-px group-data-[collapsed=true]/shell:md:mt-2">
        {group.items.map((item) => (
          <li key={item.href}>
            <NavEntry item={item} except={longerSiblings(nav, item.href)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NavEntry({ item, except }: { item: NavItem; except: readonly string[] }) {
  const Icon = ICONS[item.icon];
  return (
    <NavLink href={item.href} label={item.label} except={except}>
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate group-data-[collapsed=true]/shell:md:sr-only">{item.label}</span>
      {item.badge !== undefined && (
        <span className="rounded-sm bg-hover px-1.5 text-xs tabular group-data-[collapsed=true]/shell:md:sr-only">
          {item.badge}
        </span>
      )}
    </NavLink>
  );
}
