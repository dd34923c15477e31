import type { BrandTokens } from '@/lib/core/branding/schema';

/** What the brand's state is called: the draft by when it was saved last, else the live version by its number. */
export function revisionOf(draft: { updatedAt: Date } | null, liveNumber: number): string {
  return draft ? `draft:${draft.updatedAt.getTime()}` : `live:${liveNumber}`;
}

/** Where a brand keeps its pictures. */
export const assetFields = {
  logo_light: 'logoLightAssetId',
  logo_dark: 'logoDarkAssetId',
  favicon: 'faviconAssetId',
  sign_in: 'signInPictureAssetId',
} as const;

export function assetIdsOf(tokens: BrandTokens): string[] {
  return Object.values(assetFields).flatMap((field) => tokens[field] ?? []);
}

export type BrandField = keyof BrandTokens;

/** The fields in which two brands differ. A field that is absent and one that is undefined are the same. */
export function differingFields(one: BrandTokens, other: BrandTokens): BrandField[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)] as BrandField[]);
  return [...fields].filter((field) => one[field] !== other[field]);
}
