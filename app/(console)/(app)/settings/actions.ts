'use server';

import { addSuperAdmin } from '@/lib/features/super-admins/add-super-admin';
import { changeSuperAdminRole } from '@/lib/features/super-admins/change-role';
import { restoreSuperAdmin, revokeSuperAdmin } from '@/lib/features/super-admins/revoke-super-admin';
import { addSuperAdminSchema, changeRoleSchema, superAdminIdSchema } from '@/lib/features/super-admins/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const addSuperAdminAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: addSuperAdminSchema,
  run: addSuperAdmin,
});

export const changeRoleAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: changeRoleSchema,
  run: (ctx, { id, role }) => changeSuperAdminRole(ctx, id, role),
});

export const revokeSuperAdminAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: superAdminIdSchema,
  run: (ctx, { id }) => revokeSuperAdmin(ctx, id),
});

export const restoreSuperAdminAction = defineConsoleAction({
  permission: 'superAdmins.manage',
  input: superAdminIdSchema,
  run: (ctx, { id }) => restoreSuperAdmin(ctx, id),
});
