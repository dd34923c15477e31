import type { Failure } from '@/components/i18n/use-failure-text';
import type { PaletteRepair } from '@/lib/core/branding/palette-repairs';
import type { ThemeName } from '@/lib/core/branding/roles';
import type { BrandTokens } from '@/lib/core/branding/schema';
import type { AssetKind, BrandingForm, UploadedAsset } from '@/lib/features/branding/schema';

export type StudioResult<T> = { ok: true; data: T } | { ok: false; error: Failure };

interface Change {
  revision: string;
  tokens: BrandTokens;
}

/** Server actions. */
export interface StudioActions {
  saveDraft: (input: Change) => Promise<StudioResult<{ revision: string; updatedAt: string }>>;
  publish: (input: Change) => Promise<StudioResult<{ number: number }>>;
  discardDraft: (input: { revision: string }) => Promise<StudioResult<null>>;
  inherit: (input: { revision: string }) => Promise<StudioResult<null>>;
  startPreview: (input: Record<string, never>) => Promise<StudioResult<null>>;
  previewOnSite: (input: Record<string, never>) => Promise<StudioResult<{ url: string }>>;
  upload: (input: { kind: AssetKind; file: Blob }) => Promise<StudioResult<UploadedAsset>>;
}

/** What follows from a brand, worked out in the browser: the preview follows every key without asking the server. */
export interface BrandTools {
  variables: (tokens: BrandTokens, theme: ThemeName) => Record<`--${string}`, string>;
  repairs: (tokens: BrandTokens) => PaletteRepair[];
  /** The initial as strokes, for places without a logo. */
  glyph: (name: string) => { path: string; width: number };
}

export interface StudioFacts {
  form: BrandingForm;
  canManage: boolean;
  viewerName: string;
  hosts: { portal: string; site: string };
  display: { locale: string; timeZone: string; now: string };
}
