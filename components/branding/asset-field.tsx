'use client';

import { useFailureText } from '@/components/i18n/use-failure-text';
import { assetFields } from '@/lib/features/branding/rules';
import type { AssetKind } from '@/lib/features/branding/schema';
import { BrandPictureField } from './brand-picture-field';
import type { StudioActions } from './studio-types';
import type { Studio } from './use-studio';

interface AssetFieldProps {
  kind: AssetKind;
  studio: Studio;
  upload: StudioActions['upload'];
}

/** A picture of the brand in the studio. */
export function AssetField({ kind, studio, upload }: AssetFieldProps) {
  const { field } = useFailureText();
  const name = assetFields[kind];
  return (
    <BrandPictureField
      kind={kind}
      picture={studio.assets.find(({ id }) => id === studio.tokens[name])}
      problem={field(studio.fieldError(name))}
      upload={upload}
      onUploaded={(asset) => {
        studio.addAsset(asset);
        studio.change({ [name]: asset.id });
      }}
      onRemove={() => studio.change({ [name]: undefined })}
    />
  );
}
