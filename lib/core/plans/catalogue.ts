import { UNLIMITED, type FlagKind, type FlagType, type FlagValue } from './rules';

/**
 * The flags and plans that ship: what a new database starts with (ensure-catalogue.ts). From then on the database decides, and
 * super-admins edit it; these are also what code falls back to for a flag that the database does not know yet.
 */
export interface ShippedFlag {
  name: string;
  description: string;
  type: FlagType;
  kind: FlagKind;
  default: FlagValue;
  category: string;
  /** Quotas: the usage measure that is compared with the value. */
  meter?: string;
  /** The tenant's admin may switch it off, and back on. */
  tenantEditable?: boolean;
}

const GIGABYTE = 1_000_000_000;

export const shippedFlags = {
  'site.pages': {
    name: 'Custom site pages',
    description: 'Write and publish own pages on the public site.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'site',
    tenantEditable: true,
  },
  'site.search_indexing': {
    name: 'Search engine indexing',
    description: 'Search engines may list the public site. Off, the site asks them to stay away.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'site',
    tenantEditable: true,
  },
  'site.custom_code': {
    name: 'Custom code on the site',
    description: 'Own CSS, JavaScript, header and footer HTML on the public site.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'site',
    tenantEditable: true,
  },
  'domains.custom': {
    name: 'Custom domains',
    description: 'Serve the portal and the site under own domain names.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'site',
  },
  'branding.favicon': {
    name: 'Own favicon',
    description: 'Upload an icon for browser tabs and bookmarks.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'branding',
  },
  'members.bulk_invite': {
    name: 'Bulk invitations',
    description: 'Invite many people at once from a pasted list of addresses.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'people',
  },
  'audit.export': {
    name: 'Audit log export',
    description: 'Download the audit log as a file.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'records',
    tenantEditable: true,
  },
  'usage.export': {
    name: 'Usage export',
    description: 'Download usage figures as a file.',
    type: 'boolean',
    kind: 'feature',
    default: false,
    category: 'records',
    tenantEditable: true,
  },
  'usage.history_days': {
    name: 'Usage history',
    description: 'How many days back usage can be looked at.',
    type: 'number',
    kind: 'feature',
    default: 30,
    category: 'records',
  },
  'support.channel': {
    name: 'Support',
    description: 'How questions reach the people who run this service.',
    type: 'string',
    kind: 'feature',
    default: 'Community',
    category: 'support',
  },
  'quota.members': {
    name: 'Members',
    description: 'People with an account, counting open invitations.',
    type: 'number',
    kind: 'quota',
    default: 5,
    category: 'limits',
    meter: 'members',
  },
  'quota.hosts': {
    name: 'Addresses',
    description: 'Host names of the portal and the site.',
    type: 'number',
    kind: 'quota',
    default: 3,
    category: 'limits',
    meter: 'hosts',
  },
  'quota.requests_monthly': {
    name: 'Requests a month',
    description: 'Requests answered in a calendar month.',
    type: 'number',
    kind: 'quota',
    default: 100_000,
    category: 'limits',
    meter: 'requests',
  },
  'quota.storage_bytes': {
    name: 'Storage',
    description: 'Files and data kept, in bytes.',
    type: 'number',
    kind: 'quota',
    default: GIGABYTE,
    category: 'limits',
    meter: 'storage_bytes',
  },
} as const satisfies Record<string, ShippedFlag>;

export type ShippedFlagKey = keyof typeof shippedFlags;

export interface ShippedPlan {
  name: string;
  description: string;
  position: number;
  currency: string;
  priceMonthlyMinor: number;
  requestsPerMinute: number;
  burst: number;
  concurrency: number;
  values: Partial<Record<ShippedFlagKey, FlagValue>>;
}

export const shippedPlans = {
  free: {
    name: 'Free',
    description: 'To try it with a small team.',
    position: 1,
    currency: 'USD',
    priceMonthlyMinor: 0,
    requestsPerMinute: 60,
    burst: 20,
    concurrency: 5,
    values: {
      'quota.members': 5,
      'quota.hosts': 3,
      'quota.requests_monthly': 100_000,
      'quota.storage_bytes': GIGABYTE,
    },
  },
  basic: {
    name: 'Basic',
    description: 'For a team that has settled in.',
    position: 2,
    currency: 'USD',
    priceMonthlyMinor: 49_00,
    requestsPerMinute: 100,
    burst: 50,
    concurrency: 10,
    values: {
      'site.pages': true,
      'site.search_indexing': true,
      'domains.custom': true,
      'branding.favicon': true,
      'usage.history_days': 90,
      'support.channel': 'E-mail',
      'quota.members': 25,
      'quota.hosts': 5,
      'quota.requests_monthly': 1_000_000,
      'quota.storage_bytes': 10 * GIGABYTE,
    },
  },
  professional: {
    name: 'Professional',
    description: 'For a company that runs its daily work here.',
    position: 3,
    currency: 'USD',
    priceMonthlyMinor: 249_00,
    requestsPerMinute: 500,
    burst: 200,
    concurrency: 25,
    values: {
      'site.pages': true,
      'site.search_indexing': true,
      'domains.custom': true,
      'site.custom_code': true,
      'branding.favicon': true,
      'members.bulk_invite': true,
      'audit.export': true,
      'usage.export': true,
      'usage.history_days': 365,
      'support.channel': 'E-mail, one day',
      'quota.members': 250,
      'quota.hosts': 10,
      'quota.requests_monthly': 10_000_000,
      'quota.storage_bytes': 100 * GIGABYTE,
    },
  },
  enterprise: {
    name: 'Enterprise',
    description: 'For organisations with many people and high traffic.',
    position: 4,
    currency: 'USD',
    priceMonthlyMinor: 990_00,
    requestsPerMinute: 2_000,
    burst: 800,
    concurrency: 100,
    values: {
      'site.pages': true,
      'site.search_indexing': true,
      'domains.custom': true,
      'site.custom_code': true,
      'branding.favicon': true,
      'members.bulk_invite': true,
      'audit.export': true,
      'usage.export': true,
      'usage.history_days': 730,
      'support.channel': 'Named contact',
      'quota.members': UNLIMITED,
      'quota.hosts': UNLIMITED,
      'quota.requests_monthly': UNLIMITED,
      'quota.storage_bytes': 1_000 * GIGABYTE,
    },
  },
} as const satisfies Record<string, ShippedPlan>;
