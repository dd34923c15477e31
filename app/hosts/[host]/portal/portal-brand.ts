import type { ShellBrand } from '@/components/shell/shell-types';
import type { LiveBrand } from '@/lib/core/branding/read-brand';

/** A tenant's brand as the shell and the sign-in frame show it. */
export function portalBrand(brand: LiveBrand): ShellBrand {
  return {
    kind: 'tenant',
    name: brand.tokens.displayName,
    logoUrl: brand.logoUrl,
    logoDarkUrl: brand.logoDarkUrl,
    markUrl: brand.markUrl,
  };
}
