import type { ReactNode } from 'react';
import { Breadcrumb } from './breadcrumb';
import { AccountMenu } from './account-menu';
import { CommandTrigger } from './command-trigger';
import { NavOpenButton } from './nav-open-button';
import { Sidebar } from './sidebar';
import { SkipLink } from './skip-link';
import type { CommandGroup, CommandSearch, NavGroup, ShellAccount, ShellBrand } from './shell-types';

interface AppShellProps {
  brand: ShellBrand;
  nav: readonly NavGroup[];
  account: ShellAccount;
  /** Read from SIDEBAR_COOKIE, so that the first paint has the right width. */
  collapsed: boolean;
  /** Actions for the command menu besides the pages of `nav`. */
  commands?: readonly CommandGroup[];
  search?: CommandSearch;
  /** Impersonation, suspension, environment: stays in view above everything. */
  banner?: ReactNode;
  /** Small controls beside the account. */
  tools?: ReactNode;
  children: ReactNode;
}

/** The frame of the console and of the portals: navigation at the left, where one is at the top, the page below. */
export function AppShell({
  brand,
  nav,
  account,
  collapsed,
  commands = [],
  search,
  banner,
  tools,
  children,
}: AppShellProps) {
  return (
    <div
      data-shell=""
      data-collapsed={collapsed}
      className="group/shell min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] md:data-[collapsed=true]:grid-cols-[3.25rem_minmax(0,1fr)]"
    >
      <SkipLink />
      <Sidebar brand={brand} nav={nav} collapsed={collapsed} />
      <div className="flex min-h-dvh min-w-0 flex-col">
        <header className="sticky top-0 z-30">
          {banner}
          <div className="flex h-topbar items-center gap-2 border-b border-border bg-surface px-3 md:px-6 lg:px-8">
            <NavOpenButton />
            <Breadcrumb nav={nav} />
            <div className="ms-auto flex shrink-0 items-center gap-1.5">
              <CommandTrigger nav={nav} commands={commands} search={search} />
              {tools}
              <AccountMenu account={account} />
            </div>
          </div>
        </header>
        <main id="content" tabIndex={-1} className="w-full max-w-[79rem] flex-1 px-4 py-6 outline-none md:px-6 lg:px-8">
          {children}
        </main>
      </div>
    </div>
  );
}
