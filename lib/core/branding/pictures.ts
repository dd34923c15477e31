import { isMark } from './rules';
import type { BrandTokens } from './schema';

/** Where pages and mails show a brand's pictures from: paths on the hosts that show the brand, content-addressed. */
export interface BrandPictures {
  logoUrl: string | null;
  logoDarkUrl: string | null;
  /** The same as PNG, for readers that know no SVG: mails, and what draws with pixels. */
  logoPngUrl: string | null;
  logoDarkPngUrl: string | null;
  /** The logo is a sign without letters, by its shape: where there is room the name stands beside it. */
  logoIsMark: boolean;
  markUrl: string | null;
}

interface Picture extends AssetNames {
  id: string;
  width: number;
  height: number;
}

export function picturesOf(tokens: BrandTokens, assets: readonly Picture[]): BrandPictures {
  const find = (id: string | undefined) => (id === undefined ? undefined : assets.find((row) => row.id === id));
  const url = (id: string | undefined, path: typeof assetPath = assetPath): string | null => {
    const asset = find(id);
    return asset ? path(asset) : null;
  };
  const light = find(tokens.logoLightAssetId);
  return {
    logoUrl: url(tokens.logoLightAssetId),
    logoDarkUrl: url(tokens.logoDarkAssetId),
    logoPngUrl: url(tokens.logoLightAssetId, pixelPath),
    logoDarkPngUrl: url(tokens.logoDarkAssetId, pixelPath),
    logoIsMark: light !== undefined && isMark(light),
    markUrl: url(tokens.faviconAssetId),
  };
}

export interface AssetNames {
  sha256: string;
  mimeType: string;
  vectorSha256?: string | null;
}

/** Where a page shows it from: the drawing where there is one. */
export function assetPath(asset: AssetNames): string {
  return asset.vectorSha256 ? `/api/assets/${asset.vectorSha256}.svg` : pixelPath(asset);
}

export function pixelPath({ sha256, mimeType }: AssetNames): string {
  return `/api/assets/${sha256}.${mimeType.split('/')[1]}`;
}
