'use server';

import { changePage } from '@/lib/features/pages/change-page';
import { createPage } from '@/lib/features/pages/create-page';
import { deletePage } from '@/lib/features/pages/delete-page';
import { publishPage, unpublishPage } from '@/lib/features/pages/publish-page';
import { previewPage } from '@/lib/features/pages/read-pages';
import { changePageSchema, createPageSchema, pageIdSchema, previewSchema } from '@/lib/features/pages/schema';
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
