import type { ConsolePermission, Permission } from './roles';

/** Pages of the portal, in the order of the sidebar. What a role may not see, or a plan does not include, is not listed and answers 404. */
export const portalNavigation = [
  { group: 'overview', key: 'dashboard', href: '/', icon: 'overview', permission: 'dashboard.view' },
  { group: 'overview', key: 'usage', href: '/usage', icon: 'usage', permission: 'usage.view' },
  { group: 'people', key: 'members', href: '/members', icon: 'members', permission: 'members.view' },
  { group: 'appearance', key: 'branding', href: '/branding', icon: 'branding', permission: 'branding.view' },
  { group: 'appearance', key: 'site', href: '/site', icon: 'page', permission: 'site.view', feature: 'site.pages' },
  {
    group: 'appearance',
    key: 'domains',
    href: '/domains',
    icon: 'domains',
    permission: 'domains.view',
    feature: 'domains.custom',
  },
  {
    group: 'appearance',
    key: 'siteCode',
    href: '/site/code',
    icon: 'code',
    permission: 'site.view',
    feature: 'site.custom_code',
  },
  { group: 'manage', key: 'features', href: '/features', icon: 'features', permission: 'features.view' },
  { group: 'manage', key: 'audit', href: '/audit', icon: 'audit', permission: 'audit.view' },
  { group: 'manage', key: 'security', href: '/security', icon: 'security', permission: 'security.view' },
  { group: 'manage', key: 'settings', href: '/settings', icon: 'settings', permission: 'settings.view' },
] as const satisfies readonly {
  group: string;
  key: string;
  href: string;
  icon: string;
  permission: Permission;
  feature?: string;
}[];

export const consoleNavigation = [
  { group: 'run', key: 'tenants', href: '/tenants', icon: 'building', permission: 'tenants.view' },
  { group: 'run', key: 'analytics', href: '/analytics', icon: 'analytics', permission: 'analytics.view' },
  { group: 'run', key: 'domains', href: '/domains', icon: 'domains', permission: 'domains.view' },
  { group: 'run', key: 'health', href: '/health', icon: 'health', permission: 'health.view' },
  { group: 'run', key: 'fleet', href: '/fleet', icon: 'database', permission: 'fleet.view' },
  { group: 'offer', key: 'plans', href: '/plans', icon: 'plans', permission: 'plans.view' },
  { group: 'offer', key: 'flags', href: '/flags', icon: 'flag', permission: 'flags.view' },
  { group: 'record', key: 'audit', href: '/audit', icon: 'audit', permission: 'audit.view' },
  { group: 'record', key: 'jobs', href: '/jobs', icon: 'jobs', permission: 'jobs.view' },
  { group: 'record', key: 'outbox', href: '/outbox', icon: 'mail', permission: 'outbox.view' },
  { group: 'record', key: 'settings', href: '/settings', icon: 'settings', permission: 'superAdmins.manage' },
] as const satisfies readonly {
  group: string;
  key: string;
  href: string;
  icon: string;
  permission: ConsolePermission;
}[];
