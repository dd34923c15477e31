import { expect, it } from 'vitest';
import { superAdminRoles } from '@/lib/core/access/roles';
import { superAdminRoleNames } from './schema';

it('offers exactly the roles that super-admins can have', () => {
  expect(superAdminRoleNames).toEqual(superAdminRoles);
});
