'use server';

import { defineRootAction } from '@/lib/http/define-action';
import { askedLanguage } from '@/lib/http/language';
import { portalAddress } from '@/lib/workflows/find-portal/portal-address';
import { requestPortalList } from '@/lib/workflows/find-portal/request-portal-list';
import { findByEmailSchema, findBySlugSchema } from '@/lib/workflows/find-portal/schema';

export const findBySlugAction = defineRootAction({
  input: findBySlugSchema,
  run: async (_request, { slug }) => portalAddress(slug),
});

export const findByEmailAction = defineRootAction({
  input: findByEmailSchema,
  run: async (request, { email }) => {
    await requestPortalList(request, email, await askedLanguage());
    return null;
  },
});
