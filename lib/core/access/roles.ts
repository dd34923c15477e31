/** What can be done inside a tenant, by whom. Client-safe: navigation reads the same table that use cases enforce. */
export const permissions = [
  'dashboard.view',
  'members.view',
  'members.manage',
  'branding.view',
  'branding.manage',
  'features.view',
  'features.manage',
  'usage.view',
  'usage.export',
  'site.view',
  'site.manage',
  'domains.view',
  'domains.manage',
  'site.code',
  'audit.view',
  'audit.export',
  'security.view',
  'settings.view',
  'settings.manage',
] as const;

export type Permission = (typeof permissions)[number];

export const memberRoles = ['owner', 'admin', 'manager', 'user', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

const viewer: readonly Permission[] = ['dashboard.view', 'members.view'];
const user: readonly Permission[] = [...viewer, 'features.view'];
const manager: readonly Permission[] = [
  ...user,
  'members.manage',
  'usage.view',
  'usage.export',
  'site.view',
  'site.manage',
  'domains.view',
  'branding.view',
  'settings.view',
];

export const rolePermissions: Record<MemberRole, readonly Permission[]> = {
  owner: permissions,
  admin: permissions,
  manager,
  user,
  viewer,
};

/** Higher outranks lower. Nobody hands out, changes or removes a role above their own. */
export const roleRank: Record<MemberRole, number> = { owner: 5, admin: 4, manager: 3, user: 2, viewer: 1 };

export function mayAssignRole(own: MemberRole, wanted: MemberRole): boolean {
  return roleRank[wanted] <= roleRank[own];
}

export const superAdminRoles = ['support', 'operator', 'owner'] as const;
export type SuperAdminRole = (typeof superAdminRoles)[number];

export const consolePermissions = [
  'tenants.view',
  'tenants.create',
  'tenants.manage',
  'plans.view',
  'plans.manage',
  'flags.view',
  'flags.manage',
  'analytics.view',
  'audit.view',
  'jobs.view',
  'jobs.manage',
  'outbox.view',
  'health.view',
  'health.manage',
  'fleet.view',
  'fleet.manage',
  'domains.view',
  'domains.manage',
  'superAdmins.manage',
] as const;
export type ConsolePermission = (typeof consolePermissions)[number];

const support: readonly ConsolePermission[] = [
  'tenants.view',
  'plans.view',
  'flags.view',
  'analytics.view',
  'audit.view',
  'jobs.view',
  'outbox.view',
  'health.view',
  'fleet.view',
  'domains.view',
];
const operator: readonly ConsolePermission[] = [
  ...support,
  'tenants.create',
  'tenants.manage',
  'flags.manage',
  'jobs.manage',
  'health.manage',
  'fleet.manage',
  'domains.manage',
];

export const superAdminPermissions: Record<SuperAdminRole, readonly ConsolePermission[]> = {
  support,
  operator,
  owner: consolePermissions,
};
