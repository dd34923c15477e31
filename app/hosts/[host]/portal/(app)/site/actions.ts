'use server';

import { changePage } from '@/lib/features/pages/change-page';
import { changePageRules } from '@/lib/features/pages/change-page-rules';
import { createPage } from '@/lib/features/pages/create-page';
import { deletePage } from '@/lib/features/pages/delete-page';
import { discardPageDraft } from '@/lib/features/pages/discard-page-draft';
import { movePage } from '@/lib/features/pages/move-page';
import { previewLink } from '@/lib/features/pages/preview-link';
import { publishPage, unpublishPage } from '@/lib/features/pages/publish-page';
import { previewPage } from '@/lib/features/pages/read-pages';
import { restoreVersion } from '@/lib/features/pages/restore-version';
import {
  changePageRulesSchema,
  changePageSchema,
  createPageSchema,
  movePageSchema,
  pageIdSchema,
  previewSchema,
  restoreVersionSchema,
  uploadPictureSchema,
} from '@/lib/features/pages/schema';
import { uploadPicture } from '@/lib/features/pages/upload-picture';
import { defineMemberAction } from '@/lib/http/define-action';

const manage = { permission: 'site.manage', feature: 'site.pages' } as const;

export const createPageAction = defineMemberAction({ ...manage, input: createPageSchema, run: createPage });

export const changePageAction = defineMemberAction({ ...manage, input: changePageSchema, run: changePage });

export const publishPageAction = defineMemberAction({
  ...manage,
  input: pageIdSchema,
  run: (ctx, { id }) => publishPage(ctx, id),
});

export const unpublishPageAction = defineMemberAction({
  ...manage,
  input: pageIdSchema,
  run: (ctx, { id }) => unpublishPage(ctx, id),
});

export const deletePageAction = defineMemberAction({
  ...manage,
  input: pageIdSchema,
  run: (ctx, { id }) => deletePage(ctx, id),
});

export const previewPageAction = defineMemberAction({
  ...manage,
  input: previewSchema,
  run: (ctx, { body }) => previewPage(ctx, body),
});

export const previewLinkAction = defineMemberAction({
  ...manage,
  input: pageIdSchema,
  run: (ctx, { id }) => previewLink(ctx, id),
});

export const discardPageDraftAction = defineMemberAction({
  ...manage,
  input: pageIdSchema,
  run: (ctx, { id }) => discardPageDraft(ctx, id),
});

export const changePageRulesAction = defineMemberAction({
  ...manage,
  input: changePageRulesSchema,
  run: changePageRules,
});

export const movePageAction = defineMemberAction({ ...manage, input: movePageSchema, run: movePage });

export const restoreVersionAction = defineMemberAction({ ...manage, input: restoreVersionSchema, run: restoreVersion });

export const uploadPictureAction = defineMemberAction({ ...manage, input: uploadPictureSchema, run: uploadPicture });
