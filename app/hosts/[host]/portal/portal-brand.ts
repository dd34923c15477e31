import type { ShellBrand } from '@/components/shell/shell-types';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { monogramGlyph } from '@/lib/features/branding/monogram';
import { brandFileUrl } from '@/lib/workflows/host-files/brand-files';

/** A tenant's brand as the shell and the sign-in frame show it. Without a favicon its mark is the initial in its colours. */
export function portalBrand(brand: LiveBrand): ShellBrand {
  return {
    kind: 'tenant',
    name: brand.tokens.displayName,
    logoUrl: brand.logoUrl,
    logoDarkUrl: brand.logoDarkUrl,
    logoIsMark: brand.logoIsMark,
    signInLayout: brand.tokens.signInLayout,
    signInPictureUrl: brand.signInPictureUrl,
    glyph: monogramGlyph(brand.tokens.displayName),
    markUrl: brand.markUrl ?? brandFileUrl(brand, 'icon-192.png'),
  };
}
