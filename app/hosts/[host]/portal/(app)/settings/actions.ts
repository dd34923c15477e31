'use server';

import { changeSettings } from '@/lib/features/settings/change-settings';
import { settingsSchema } from '@/lib/features/settings/schema';
import { defineMemberAction } from '@/lib/http/define-action';

export const changeSettingsAction = defineMemberAction({
  permission: 'settings.manage',
  input: settingsSchema,
  run: changeSettings,
});
