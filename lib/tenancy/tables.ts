/**
 * Every table and whose it is. The catalog test compares this with the database, so a new table that is not named here,
 * or is named here and lacks its policy, keys or grants, fails the build.
 *
 * tenant     rows of one tenant; every key is led by tenant_id
 * directory  rows of one tenant whose key must be unique across tenants (slug, host)
 * reference  small, the same for all, readable by the app role
 * system     the platform's own; the app role can't see it
 */
export type TableKind = 'tenant' | 'directory' | 'reference' | 'system';

/** Privileges in the order S(elect) I(nsert) U(pdate) D(elete); lower case `u` stands for an update of named columns only. */
export interface TableFacts {
  kind: TableKind;
  /** Prisma model. */
  model: string;
  app: string;
  console: string;
  /** Partitioned by month on `at`. */
  partitioned?: true;
  /** Moves along with the tenant to a schema or database of its own. The rest is what the platform itself knows of a tenant. */
  placed?: true;
}

export const tables = {
  tenants: { kind: 'directory', model: 'Tenant', app: 'Su', console: 'SIUD' },
  hosts: { kind: 'directory', model: 'Host', app: 'S', console: 'SIUD' },

  tenant_settings: { kind: 'tenant', model: 'TenantSettings', app: 'SIUD', console: 'S' },
  tenant_keys: { kind: 'tenant', model: 'TenantKey', app: 'SI', console: '' },
  members: { kind: 'tenant', model: 'Member', app: 'SIUD', console: 'S', placed: true },
  member_passwords: { kind: 'tenant', model: 'MemberPassword', app: 'SIUD', console: '', placed: true },
  member_sessions: { kind: 'tenant', model: 'MemberSession', app: 'SIUD', console: 'Su', placed: true },
  member_password_resets: { kind: 'tenant', model: 'MemberPasswordReset', app: 'SIUD', console: '', placed: true },
  invitations: { kind: 'tenant', model: 'Invitation', app: 'SIUD', console: 'S', placed: true },
  audit_events: { kind: 'tenant', model: 'AuditEvent', app: 'SI', console: 'SI', partitioned: true, placed: true },
  flag_overrides: { kind: 'tenant', model: 'FlagOverride', app: 'SIUD', console: 'SIUD' },
  brand_versions: { kind: 'tenant', model: 'BrandVersion', app: 'SIUD', console: 'S', placed: true },
  brand_assets: { kind: 'tenant', model: 'BrandAsset', app: 'SIUD', console: 'S', placed: true },
  /** What is shown to the world, and to children; in the main database whatever the placement. */
  published_brands: { kind: 'tenant', model: 'PublishedBrand', app: 'SIUD', console: 'S' },
  pages: { kind: 'tenant', model: 'Page', app: 'SIUD', console: 'S', placed: true },
  page_versions: { kind: 'tenant', model: 'PageVersion', app: 'SIUD', console: '', placed: true },
  site_settings: { kind: 'tenant', model: 'SiteSettings', app: 'SIUD', console: '', placed: true },
  site_announcements: { kind: 'tenant', model: 'SiteAnnouncement', app: 'SIUD', console: '', placed: true },
  site_code_versions: { kind: 'tenant', model: 'SiteCodeVersion', app: 'SIUD', console: 'S', placed: true },
  usage_events: { kind: 'tenant', model: 'UsageEvent', app: 'SI', console: 'S', partitioned: true },
  usage_hourly: { kind: 'tenant', model: 'UsageHourly', app: 'S', console: 'SIUD' },
  usage_daily: { kind: 'tenant', model: 'UsageDaily', app: 'S', console: 'SIUD' },
  member_days: { kind: 'tenant', model: 'MemberDay', app: 'S', console: 'SIUD' },
  tenant_days: { kind: 'tenant', model: 'TenantDay', app: 'S', console: 'SIUD' },
  resource_daily: { kind: 'tenant', model: 'ResourceDaily', app: 'S', console: 'SIUD' },
  domains: { kind: 'tenant', model: 'Domain', app: 'SIUD', console: 'SIUD' },
  domain_checks: { kind: 'tenant', model: 'DomainCheck', app: 'S', console: 'SID' },

  flags: { kind: 'reference', model: 'Flag', app: 'S', console: 'SIUD' },
  plans: { kind: 'reference', model: 'Plan', app: 'S', console: 'SIUD' },
  plan_values: { kind: 'reference', model: 'PlanValue', app: 'S', console: 'SIUD' },

  super_admins: { kind: 'system', model: 'SuperAdmin', app: '', console: 'SIUD' },
  super_admin_sessions: { kind: 'system', model: 'SuperAdminSession', app: '', console: 'SIUD' },
  super_admin_password_resets: { kind: 'system', model: 'SuperAdminPasswordReset', app: '', console: 'SIUD' },
  platform_audit_events: { kind: 'system', model: 'PlatformAuditEvent', app: '', console: 'SI' },
  provisioning_runs: { kind: 'system', model: 'ProvisioningRun', app: '', console: 'SIUD' },
  provisioning_steps: { kind: 'system', model: 'ProvisioningStep', app: '', console: 'SIUD' },
  job_watermarks: { kind: 'system', model: 'JobWatermark', app: '', console: 'SIUD' },
  certificate_grants: { kind: 'system', model: 'CertificateGrant', app: '', console: 'S' },
  /** Asked through app.may_claim_domain, written by app.release_own_host. */
  domain_quarantine: { kind: 'system', model: 'DomainQuarantine', app: '', console: 'SIUD' },
  platform_brands: { kind: 'system', model: 'PlatformBrand', app: '', console: 'SIU' },
  platform_assets: { kind: 'system', model: 'PlatformAsset', app: '', console: 'SI' },
  placements: { kind: 'system', model: 'Placement', app: '', console: 'S' },
  /** A tenant has the newest signed evidence through app.isolation_evidence. */
  canary_runs: { kind: 'system', model: 'CanaryRun', app: '', console: 'SI' },
  /** Reached only through app.take_attempt and its siblings. */
  throttles: { kind: 'system', model: 'Throttle', app: '', console: '' },
} as const satisfies Record<string, TableFacts>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];

/** The tables of a place (lib/tenancy/placements): a tenant's people, credentials, log, brand and pages. */
export const placedTables: readonly TableName[] = tableNames.filter((name) => 'placed' in tables[name]);

export const kindOfModel: ReadonlyMap<string, TableKind> = new Map(
  Object.values(tables).map((facts): [string, TableKind] => [facts.model, facts.kind]),
);
