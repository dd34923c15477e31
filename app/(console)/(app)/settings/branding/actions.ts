'use server';

import { savePlatformBrand } from '@/lib/features/platform-brand/platform-brands';
import { savePlatformBrandSchema } from '@/lib/features/platform-brand/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const savePlatformBrandAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: savePlatformBrandSchema,
  run: savePlatformBrand,
});
