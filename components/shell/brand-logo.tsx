import clsx from 'clsx';
import { Avatar } from '@/components/ui/avatar';
import type { ShellBrand } from './shell-types';
import { PorticoMark, Wordmark } from './wordmark';

type TenantBrand = Extract<ShellBrand, { kind: 'tenant' }>;

/** The name of the place: Portico's own in the console, the tenant's logo or name in its portal. */
export function BrandLogo({ brand, size = 'bar' }: { brand: ShellBrand; size?: 'bar' | 'page' }) {
  if (brand.kind === 'portico') return <Wordmark name={brand.name} />;
  if (brand.logoUrl === null) return <TenantName brand={brand} size={size} />;
  // The sign-in page names the tenant in its heading.
  if (!brand.logoIsMark || size === 'page') return <Logo brand={brand} size={size} alt={brand.name} />;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Logo brand={brand} size={size} alt="" />
      <span className="truncate font-semibold">{brand.name}</span>
    </span>
  );
}

function Logo({ brand, size, alt }: { brand: TenantBrand; size: 'bar' | 'page'; alt: string }) {
  const frame = clsx('w-auto max-w-full shrink-0 object-contain object-left', size === 'bar' ? 'h-6' : 'h-9');
  return (
    <>
      <img src={brand.logoUrl ?? ''} alt={alt} className={clsx(frame, brand.logoDarkUrl !== null && 'dark:hidden')} />
      {brand.logoDarkUrl !== null && (
        <img src={brand.logoDarkUrl} alt={alt} className={clsx(frame, 'hidden dark:block')} />
      )}
    </>
  );
}

/** The square form, for the collapsed sidebar. */
export function BrandMark({ brand }: { brand: ShellBrand }) {
  if (brand.kind === 'portico') {
    return (
      <>
        <PorticoMark className="size-5 text-accent" />
        <span className="sr-only">{brand.name}</span>
      </>
    );
  }
  return (
    <>
      <Avatar name={brand.name} src={brand.markUrl} shape="organisation" />
      <span className="sr-only">{brand.name}</span>
    </>
  );
}

function TenantName({ brand, size }: { brand: TenantBrand; size: 'bar' | 'page' }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Avatar name={brand.name} src={brand.markUrl} shape="organisation" size={size === 'bar' ? 'md' : 'lg'} />
      <span className={clsx('truncate font-semibold', size === 'page' ? 'text-lg' : 'text-base')}>{brand.name}</span>
    </span>
  );
}
