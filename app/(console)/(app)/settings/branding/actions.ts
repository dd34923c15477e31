'use server';

import { savePlatformBrand } from '@/lib/features/platform-brand/platform-brands';
import { savePlatformBrandSchema, uploadPlatformPictureSchema } from '@/lib/features/platform-brand/schema';
import { uploadPlatformPicture } from '@/lib/features/platform-brand/upload-picture';
import { defineConsoleAction } from '@/lib/http/define-action';

export const savePlatformBrandAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: savePlatformBrandSchema,
  run: savePlatformBrand,
});

export const uploadPlatformPictureAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: uploadPlatformPictureSchema,
  run: uploadPlatformPicture,
});
