'use server';

import { draftBrandOf } from '@/lib/core/branding/draft-brand';
import { discardDraft } from '@/lib/features/branding/discard-draft';
import { inheritBrand } from '@/lib/features/branding/inherit-brand';
import { publishBrand } from '@/lib/features/branding/publish-brand';
import { rollBackBrand } from '@/lib/features/branding/roll-back';
import { saveDraft } from '@/lib/features/branding/save-draft';
import {
  changeBrandSchema,
  discardDraftSchema,
  inheritSchema,
  rollBackSchema,
  startPreviewSchema,
  uploadAssetSchema,
} from '@/lib/features/branding/schema';
import { uploadAsset } from '@/lib/features/branding/upload-asset';
import { previewBrandOnSite } from '@/lib/features/branding/preview-on-site';
import { startBrandPreview } from '@/lib/http/brand-preview';
import { defineMemberAction } from '@/lib/http/define-action';
import { tenantHost } from '@/lib/http/tenant-request';
import { AppError } from '@/lib/platform/errors';

const permission = 'branding.manage';

export const saveDraftAction = defineMemberAction({ permission, input: changeBrandSchema, run: saveDraft });

export const publishAction = defineMemberAction({ permission, input: changeBrandSchema, run: publishBrand });

export const discardDraftAction = defineMemberAction({
  permission,
  input: discardDraftSchema,
  run: async (ctx, { revision }) => {
    await discardDraft(ctx, revision);
    return null;
  },
});

export const inheritAction = defineMemberAction({
  permission,
  input: inheritSchema,
  run: async (ctx, { revision }) => {
    await inheritBrand(ctx, revision);
    return null;
  },
});

export const rollBackAction = defineMemberAction({
  permission,
  input: rollBackSchema,
  run: (ctx, { number }) => rollBackBrand(ctx, number),
});

export const startPreviewAction = defineMemberAction({
  permission,
  input: startPreviewSchema,
  run: async (ctx) => {
    if ((await draftBrandOf(ctx, ctx.actor.id)) === null)
      throw new AppError('conflict', 'There is no draft.', { messageKey: 'brandNoDraft' });
    await startBrandPreview(await tenantHost('portal'), ctx.actor.id);
    return null;
  },
});

export const previewOnSiteAction = defineMemberAction({
  permission,
  input: startPreviewSchema,
  run: previewBrandOnSite,
});

export const uploadAssetAction = defineMemberAction({ permission, input: uploadAssetSchema, run: uploadAsset });
