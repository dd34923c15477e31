'use client';

import { BrandingStudio } from '@/components/branding/branding-studio';
import type { BrandTools, StudioActions, StudioFacts } from '@/components/branding/studio-types';
import { siteVariables } from '@/lib/features/branding/site-css';
import { derivePalette } from '@/lib/core/branding/palette';
import { monogramGlyph } from '@/lib/features/branding/monogram';

const tools: BrandTools = {
  variables: siteVariables,
  repairs: (tokens) => derivePalette(tokens).repairs,
  glyph: monogramGlyph,
};

/** Gives the studio the palette as functions: the preview follows every key without asking the server. */
export function StudioWithTools({ facts, actions }: { facts: StudioFacts; actions: StudioActions }) {
  return <BrandingStudio facts={facts} actions={actions} tools={tools} />;
}
