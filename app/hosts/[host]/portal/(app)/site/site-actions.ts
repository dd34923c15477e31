'use server';

import { changeAnnouncement, createAnnouncement, deleteAnnouncement } from '@/lib/features/site/announcements';
import { changeNavigation } from '@/lib/features/site/change-navigation';
import { changeSitePassword } from '@/lib/features/site/change-password';
import { changeSiteSettings } from '@/lib/features/site/change-settings';
import {
  announcementIdSchema,
  changeAnnouncementSchema,
  changeNavigationSchema,
  changeSitePasswordSchema,
  changeSiteSettingsSchema,
  createAnnouncementSchema,
} from '@/lib/features/site/schema';
import { defineMemberAction } from '@/lib/http/define-action';

const manage = { permission: 'site.manage', feature: 'site.pages' } as const;

export const changeSiteSettingsAction = defineMemberAction({
  ...manage,
  input: changeSiteSettingsSchema,
  run: changeSiteSettings,
});

export const changeSitePasswordAction = defineMemberAction({
  ...manage,
  input: changeSitePasswordSchema,
  run: changeSitePassword,
});

export const changeNavigationAction = defineMemberAction({
  ...manage,
  input: changeNavigationSchema,
  run: changeNavigation,
});

export const createAnnouncementAction = defineMemberAction({
  ...manage,
  input: createAnnouncementSchema,
  run: createAnnouncement,
});

export const changeAnnouncementAction = defineMemberAction({
  ...manage,
  input: changeAnnouncementSchema,
  run: changeAnnouncement,
});

export const deleteAnnouncementAction = defineMemberAction({
  ...manage,
  input: announcementIdSchema,
  run: (ctx, { id }) => deleteAnnouncement(ctx, id),
});
