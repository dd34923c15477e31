import clsx from 'clsx';
import { Avatar } from '@/components/ui/avatar';
import type { ShellBrand } from './shell-types';
import { PorticoMark, Wordmark } from './wordmark';

type TenantBrand = Extract<ShellBrand, { kind: 'tenant' }>;
type PlatformBrand = Extract<ShellBrand, { kind: 'portico' }>;

/** The name of the place: the platform's in the console, the tenant's logo or name in its portal. */
export function BrandLogo({ brand, size = 'bar' }: { brand: ShellBrand; size?: 'bar' | 'page' }) {
  if (brand.logoUrl === null)
    return brand.kind === 'portico' ? <PlatformName brand={brand} /> : <TenantName brand={brand} size={size} />;
  // The sign-in page names the tenant in its heading.
  if (!brand.logoIsMark || size === 'page') return <Logo brand={brand} size={size} alt={brand.name} />;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Logo brand={brand} size={size} alt="" />
      <span className="truncate font-semibold">{brand.name}</span>
    </span>
  );
}

function Logo({ brand, size, alt }: { brand: ShellBrand; size: 'bar' | 'page'; alt: string }) {
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
  if (brand.kind === 'portico' && brand.markUrl === null) {
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

function PlatformName({ brand: { name, markUrl } }: { brand: PlatformBrand }) {
  if (markUrl === null) return <Wordmark name={name} />;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <img src={markUrl} alt="" className="size-5 shrink-0 rounded-sm object-contain" />
      <span className="truncate text-md font-semibold tracking-tight">{name}</span>
    </span>
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
