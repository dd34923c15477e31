import type { ReactNode } from 'react';
import { BrandLogo } from './brand-logo';
import type { ShellBrand } from './shell-types';

interface AuthLayoutProps {
  brand: ShellBrand;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Under the form: another way in, help, legal links. */
  footer?: ReactNode;
}

/** The frame of sign-in, invitation and recovery pages: one column, the brand above, nothing else. */
export function AuthLayout({ brand, title, description, children, footer }: AuthLayoutProps) {
  return (
    <main className="grid min-h-dvh grid-rows-[minmax(2rem,1fr)_auto_minmax(2rem,1.4fr)] justify-items-center bg-sunken px-4">
      <div className="row-start-2 grid w-full max-w-sm gap-6">
        <div className="flex min-w-0 justify-center">
          <BrandLogo brand={brand} size="page" />
        </div>
        <div className="grid gap-5 rounded-xl border border-border bg-raised p-6 max-sm:p-5">
          <div className="grid gap-1">
            <h1 className="text-lg font-semibold tracking-tight wrap-anywhere">{title}</h1>
            {description !== undefined && <div className="text-pretty wrap-anywhere text-muted">{description}</div>}
          </div>
          {children}
        </div>
        {footer !== undefined && (
          <div className="grid justify-items-center gap-2 text-center text-sm text-muted">{footer}</div>
        )}
      </div>
    </main>
  );
}
