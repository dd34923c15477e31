import type { ReactNode } from 'react';
import { BrandLogo } from './brand-logo';
import type { ShellBrand } from './shell-types';

/** A page that is one message: the brand above, the message in the middle. On a host that is nobody's there is no brand. */
export function NoticeLayout({ brand, children }: { brand: ShellBrand | null; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] bg-sunken px-4">
      <div className="flex min-h-20 min-w-0 items-center justify-center pt-8">
        {brand !== null && <BrandLogo brand={brand} />}
      </div>
      <div className="grid place-items-center pb-24">{children}</div>
    </main>
  );
}
