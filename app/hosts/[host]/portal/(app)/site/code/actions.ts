'use server';

import { z } from 'zod';
import { discardCodeDraft } from '@/lib/features/site-code/discard-draft';
import { previewLink } from '@/lib/features/site-code/preview-code';
import { publishCode } from '@/lib/features/site-code/publish-code';
import { checkCode } from '@/lib/features/site-code/read-code';
import { rollBackCode } from '@/lib/features/site-code/roll-back';
import { saveCodeDraft } from '@/lib/features/site-code/save-draft';
import {
  changeCodeSchema,
  checkCodeSchema,
  codeNumberSchema,
  codeRevisionSchema,
} from '@/lib/features/site-code/schema';
import { defineMemberAction } from '@/lib/http/define-action';

const manage = { permission: 'site.manage', feature: 'site.custom_code' } as const;

export const saveCodeDraftAction = defineMemberAction({ ...manage, input: changeCodeSchema, run: saveCodeDraft });

export const checkCodeAction = defineMemberAction({ ...manage, input: checkCodeSchema, run: checkCode });

export const publishCodeAction = defineMemberAction({ ...manage, input: changeCodeSchema, run: publishCode });

export const discardCodeDraftAction = defineMemberAction({
  ...manage,
  input: codeRevisionSchema,
  run: async (ctx, { revision }) => {
    await discardCodeDraft(ctx, revision);
    return null;
  },
});

export const rollBackCodeAction = defineMemberAction({
  ...manage,
  input: codeNumberSchema,
  run: (ctx, { number }) => rollBackCode(ctx, number),
});

export const previewCodeAction = defineMemberAction({ ...manage, input: z.null(), run: (ctx) => previewLink(ctx) });
