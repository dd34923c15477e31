import type { EmailHeader, SignInLayout } from '@/lib/core/branding/schema';

/** What the pictures of a brand are drawn from. */
export interface PreviewBrand {
  name: string;
  logoUrl: string | undefined;
  /** The name stands beside such a logo. */
  logoIsMark: boolean;
  markUrl: string | undefined;
  glyph: { path: string; width: number };
  rounded: boolean;
  signInLayout: SignInLayout;
  signInPictureUrl: string | null;
  email: { header: EmailHeader; footerLine: string | undefined };
}

/** The logo, else mark and name, as the real pages show them. */
export function PreviewLogo({ brand, size }: { brand: PreviewBrand; size: 'bar' | 'page' }) {
  const height = size === 'bar' ? 'h-6' : 'h-9';
  if (brand.logoUrl !== undefined) {
    const logo = (
      <img src={brand.logoUrl} alt="" className={`${height} w-auto max-w-full object-contain object-left`} />
    );
    if (!brand.logoIsMark || size === 'page') return logo;
    return (
      <span className="flex min-w-0 items-center gap-2">
        {logo}
        <span className="truncate font-semibold">{brand.name}</span>
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <PreviewMark brand={brand} className={size === 'bar' ? 'size-6' : 'size-8'} />
      <span className={size === 'bar' ? 'truncate font-semibold' : 'truncate text-lg font-semibold'}>{brand.name}</span>
    </span>
  );
}

export function PreviewMark({ brand, className }: { brand: PreviewBrand; className: string }) {
  if (brand.markUrl !== undefined)
    return <img src={brand.markUrl} alt="" className={`${className} shrink-0 rounded-sm object-cover`} />;
  return (
    <span className={`${className} grid shrink-0 place-items-center rounded-sm bg-brand text-on-brand`}>
      <Strokes brand={brand} className="h-[48%]" />
    </span>
  );
}

export function Strokes({
  brand,
  className,
  colour = 'currentColor',
}: {
  brand: PreviewBrand;
  className: string;
  colour?: string;
}) {
  const ends = brand.rounded ? 'round' : 'butt';
  return (
    <svg
      viewBox={`-6 -6 ${brand.glyph.width + 12} 82`}
      className={className}
      fill="none"
      stroke={colour}
      strokeWidth="12"
      strokeLinecap={ends}
      strokeLinejoin={brand.rounded ? 'round' : 'miter'}
    >
      <path d={brand.glyph.path} />
    </svg>
  );
}
