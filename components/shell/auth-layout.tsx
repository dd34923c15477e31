import type { ReactNode } from 'react';
import { LanguageMenu } from '@/components/ui/language-menu';
import { BrandLogo } from './brand-logo';
import type { ShellBrand } from './shell-types';
import { SignInPicture } from './sign-in-picture';

interface AuthLayoutProps {
  brand: ShellBrand;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Under the form: another way in, help, legal links. */
  footer?: ReactNode;
}

/** The frame of sign-in, invitation and recovery pages, as the tenant laid it out. */
export function AuthLayout(props: AuthLayoutProps) {
  const { brand } = props;
  if (brand.kind === 'tenant' && brand.signInLayout === 'split') return <Split {...props} brand={brand} />;
  if (brand.kind === 'tenant' && brand.signInLayout === 'banner') return <Banner {...props} brand={brand} />;
  return <Centred {...props} />;
}

type Framed = AuthLayoutProps & { brand: Extract<ShellBrand, { kind: 'tenant' }> };

/** One column, the brand above, nothing else. */
function Centred({ brand, footer, ...words }: AuthLayoutProps) {
  return (
    <main className="grid min-h-dvh grid-rows-[minmax(2rem,1fr)_auto_minmax(2rem,1.4fr)] justify-items-center bg-sunken px-4">
      <div className="row-start-2 grid w-full max-w-sm gap-6">
        <div className="flex min-w-0 justify-center">
          <BrandLogo brand={brand} size="page" />
        </div>
        <div className="grid gap-5 rounded-xl border border-border bg-raised p-6 max-sm:p-5">
          <Words {...words} />
        </div>
        <Footer>{footer}</Footer>
      </div>
    </main>
  );
}

/** The form on the page's own ground, the picture beside it; on a phone a strip of it above. */
function Split({ brand, footer, ...words }: Framed) {
  return (
    <main className="grid min-h-dvh bg-surface max-lg:grid-rows-[6.5rem_1fr] lg:grid-cols-[minmax(26rem,5fr)_7fr]">
      <SignInPicture brand={brand} className="lg:order-2" />
      <div className="grid content-center justify-items-center px-6 py-10 max-lg:content-start">
        <div className="grid w-full max-w-sm gap-8">
          <div className="flex min-w-0">
            <BrandLogo brand={brand} size="page" />
          </div>
          <div className="grid gap-5">
            <Words {...words} />
          </div>
          <Footer>{footer}</Footer>
        </div>
      </div>
    </main>
  );
}

/** The picture over the whole width, and a card that reaches into it. The logo stands in the card: on the picture nobody knows its ground. */
function Banner({ brand, footer, ...words }: Framed) {
  return (
    <main className="grid min-h-dvh grid-rows-[minmax(9rem,34dvh)_1fr] justify-items-center bg-sunken">
      <SignInPicture brand={brand} className="w-full" />
      <div className="-mt-20 grid w-full max-w-md content-start gap-6 px-4 pb-10 max-sm:-mt-12">
        <div className="isolate grid gap-6 rounded-xl border border-border bg-raised p-8 max-sm:p-5">
          <div className="flex min-w-0">
            <BrandLogo brand={brand} size="page" />
          </div>
          <div className="grid gap-5">
            <Words {...words} />
          </div>
        </div>
        <Footer>{footer}</Footer>
      </div>
    </main>
  );
}

function Words({ title, description, children }: Pick<AuthLayoutProps, 'title' | 'description' | 'children'>) {
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-lg font-semibold tracking-tight wrap-anywhere">{title}</h1>
        {description !== undefined && <div className="text-pretty wrap-anywhere text-muted">{description}</div>}
      </div>
      {children}
    </>
  );
}

function Footer({ children }: { children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 text-center text-sm text-muted">
      {children}
      <LanguageMenu />
    </div>
  );
}
