/** For each server action an input that its schema accepts, made from an id. An action that is missing here fails the matrix. */
import { randomUUID } from 'node:crypto';
import type { ConsolePermission, Permission } from '@/lib/core/access/roles';

/** Things of a tenant that an input may point at. */
export type OwnKind =
  | 'member'
  | 'session'
  | 'invitation'
  | 'page'
  | 'announcement'
  | 'domain'
  | 'ownHost'
  | 'asset'
  | 'email'
  | 'invitationToken'
  | 'resetToken';

interface ActionCase<P, K> {
  /** Null: everybody who is signed in. `public`: for people who aren't. */
  permission: P | null | 'public';
  input: (id: string) => unknown;
  /** What the id is an id of; left out where the input holds none. */
  names?: K;
  /** The input takes several ids, and one that is foreign refuses them all. */
  several?: (ids: string[]) => unknown;
  /** The answer to an id that is absent; `not_found` where left out. */
  absent?: string;
  /** Not made by defineAction: its refusal is not a result. */
  plain?: true;
}

const password = 'quiet harbour lantern moss';
const brand = { displayName: 'Taken Over', brandColour: '#123456', neutralTint: 'none', radius: 'none', font: 'inter' };
const tokens = { ...brand, theme: 'light' };
const words = { title: 'Taken over', description: '', body: 'Taken over.' };
const siteCode = {
  css: 'a{color:red}',
  js: '',
  headerHtml: '',
  footerHtml: '',
  origins: { script: [], style: [], img: [], connect: [], font: [], frame: [], media: [] },
};
const settings = { name: 'Taken Over', timeZone: 'UTC', locale: 'en', dateFormat: 'long', currency: 'USD' };
const siteLook = {
  ...{ language: 'en', siteName: 'Taken Over', tagline: '', footerText: '', indexed: true, frontPageId: null },
  ...{ notFoundTitle: '', notFoundText: '', notFoundPageId: null },
};
const announcement = {
  ...{ text: 'Taken over', tone: 'info', place: 'both', linkUrl: '', linkLabel: '', startsAt: null, endsAt: null },
};
/** Old enough to be nobody's: a page that exists answers with a conflict. */
const updatedAt = '2001-01-01T00:00:00.000Z';

const site = { permission: 'site.manage', names: 'page' } as const;
const notice = { permission: 'site.manage', names: 'announcement' } as const;
const domain = { permission: 'domains.manage', names: 'domain' } as const;
const people = { permission: 'members.manage', names: 'member' } as const;
const invitation = { permission: 'members.manage', names: 'invitation' } as const;
const branding = { permission: 'branding.manage' } as const;

export const portalActions: Record<string, ActionCase<Permission, OwnKind>> = {
  signInAction: {
    permission: 'public',
    names: 'email',
    input: (email) => ({ email, password: 'plum orbit saddle ferry' }),
    absent: 'unauthenticated',
  },
  requestResetAction: { permission: 'public', names: 'email', input: (email) => ({ email }), absent: 'ok' },
  resetPasswordAction: {
    permission: 'public',
    names: 'resetToken',
    input: (token) => ({ token, password }),
    absent: 'unprocessable',
  },
  acceptInvitationAction: {
    permission: 'public',
    names: 'invitationToken',
    input: (token) => ({ token, name: 'Taken Over', password }),
  },
  signOutAction: { permission: null, input: () => null, plain: true },
  changeProfileAction: {
    permission: null,
    input: () => ({ name: 'Taken Over', locale: null, timeZone: null, theme: 'dark' }),
  },
  changePasswordAction: { permission: null, input: () => ({ current: 'plum orbit saddle ferry', password }) },
  endSessionAction: { permission: null, names: 'session', input: (id) => ({ id }) },
  endOtherSessionsAction: { permission: null, input: () => null },
  saveDraftAction: {
    ...branding,
    names: 'asset',
    input: (id) => ({ revision: 'live:1', tokens: { ...tokens, logoLightAssetId: id } }),
    absent: 'validation_failed',
  },
  publishAction: {
    ...branding,
    names: 'asset',
    input: (id) => ({ revision: 'live:1', tokens: { ...tokens, faviconAssetId: id } }),
    absent: 'validation_failed',
  },
  discardDraftAction: { ...branding, input: () => ({ revision: 'live:1' }) },
  inheritAction: { ...branding, input: () => ({ revision: 'live:1' }) },
  startPreviewAction: { ...branding, input: () => ({}) },
  previewOnSiteAction: { ...branding, input: () => ({}) },
  leavePreviewAction: { permission: 'public', input: () => null, plain: true },
  rollBackAction: { ...branding, input: () => ({ number: 1 }) },
  uploadAssetAction: { ...branding, input: () => ({ kind: 'favicon', file: null }) },
  switchFeatureAction: { permission: 'features.manage', input: () => ({ key: 'site.pages', on: false }) },
  inviteAction: {
    permission: 'members.manage',
    input: () => ({ emails: [`stray.${randomUUID()}@acme.example`], role: 'viewer' }),
  },
  changeRolesAction: {
    ...people,
    input: (id) => ({ ids: [id], role: 'viewer' }),
    several: (ids) => ({ ids, role: 'viewer' }),
  },
  revokeMembersAction: { ...people, input: (id) => ({ ids: [id] }), several: (ids) => ({ ids }) },
  restoreMembersAction: { ...people, input: (id) => ({ ids: [id] }), several: (ids) => ({ ids }) },
  renameMemberAction: { ...people, input: (id) => ({ id, name: 'Taken Over' }) },
  resendInvitationAction: { ...invitation, input: (id) => ({ id }) },
  revokeInvitationAction: { ...invitation, input: (id) => ({ id }) },
  changeSettingsAction: {
    permission: 'settings.manage',
    input: () => ({ ...settings, fiscalYearStartMonth: 1, billingContactName: null, billingContactEmail: null }),
  },
  createPageAction: {
    permission: 'site.manage',
    input: () => ({ ...words, slug: `taken-${randomUUID().slice(0, 8)}` }),
  },
  changePageAction: { ...site, input: (id) => ({ id, updatedAt, slug: 'taken-over', ...words }) },
  publishPageAction: { ...site, input: (id) => ({ id }) },
  unpublishPageAction: { ...site, input: (id) => ({ id }) },
  changePageRulesAction: {
    ...site,
    input: (id) => ({ id, updatedAt, parentId: null, featureKey: null, publishAt: null, unpublishAt: null }),
  },
  movePageAction: { ...site, input: (id) => ({ id, direction: 'down' }) },
  discardPageDraftAction: { ...site, input: (id) => ({ id }) },
  uploadPictureAction: { permission: 'site.manage', input: () => ({ file: null }) },
  restoreVersionAction: { ...site, input: (id) => ({ id, updatedAt, versionId: randomUUID() }) },
  previewLinkAction: { ...site, input: (id) => ({ id }) },
  changeSiteSettingsAction: {
    ...site,
    input: (id) => ({ ...siteLook, frontPageId: id, updatedAt }),
    absent: 'conflict',
  },
  changeNavigationAction: {
    ...site,
    input: (id) => ({
      header: [{ kind: 'page', pageId: id, label: 'Taken over', children: [] }],
      footer: null,
      updatedAt,
    }),
    absent: 'conflict',
  },
  deletePageAction: { ...site, input: (id) => ({ id }) },
  changeSitePasswordAction: { permission: 'site.manage', input: () => ({ password: null }) },
  createAnnouncementAction: { permission: 'site.manage', input: () => announcement },
  changeAnnouncementAction: { ...notice, input: (id) => ({ id, updatedAt, ...announcement }) },
  deleteAnnouncementAction: { ...notice, input: (id) => ({ id }) },
  addDomainAction: {
    permission: 'domains.manage',
    input: () => ({ domain: `taken-${randomUUID().slice(0, 8)}.example`, surface: 'portal' }),
  },
  checkDomainAction: { ...domain, input: (id) => ({ id }) },
  renewChallengeAction: { ...domain, input: (id) => ({ id }) },
  makeDomainPrimaryAction: { permission: 'domains.manage', names: 'ownHost', input: (hostId) => ({ hostId }) },
  changeSurfaceAction: { ...domain, input: (id) => ({ id, surface: 'site' }) },
  mailRecordsAction: { ...domain, input: (id) => ({ id, email: 'dns@hoster.example' }) },
  releaseDomainAction: { ...domain, input: (id) => ({ id }) },
  saveCodeDraftAction: { permission: 'site.manage', input: () => ({ revision: 'live:0', code: siteCode }) },
  checkCodeAction: { permission: 'site.manage', input: () => ({ code: siteCode }) },
  publishCodeAction: { permission: 'site.manage', input: () => ({ revision: 'live:0', code: siteCode }) },
  discardCodeDraftAction: { permission: 'site.manage', input: () => ({ revision: 'live:0' }) },
  rollBackCodeAction: { permission: 'site.manage', input: () => ({ number: 1 }) },
  previewCodeAction: { permission: 'site.manage', input: () => null },
  previewPageAction: { permission: 'site.manage', input: () => ({ body: 'Taken over.' }) },
};

const manage = { permission: 'tenants.manage', names: 'tenant' } as const;
const host = { permission: 'tenants.manage', names: 'host' } as const;
const owners = { permission: 'superAdmins.manage', names: 'superAdmin' } as const;
const domains = { permission: 'domains.manage', names: 'domain' } as const;
const flags = { permission: 'flags.manage' } as const;
const flagWords = { name: 'Taken over', description: 'Taken over.', category: 'general', defaultValue: true };
const plan = { name: 'Taken', description: '', priceMonthlyMinor: 0, requestsPerMinute: 1, burst: 1, concurrency: 1 };
const reason = 'Taken over';

type ConsoleKind = 'domain' | 'tenant' | 'host' | 'superAdmin' | 'session' | 'plan' | 'flag';

export const consoleActions: Record<string, ActionCase<ConsolePermission, ConsoleKind>> = {
  signInAction: { permission: 'public', input: () => ({ email: 'nobody@portico.local', password }) },
  requestResetAction: { permission: 'public', input: () => ({ email: 'nobody@portico.local' }) },
  resetPasswordAction: { permission: 'public', input: () => ({ token: 'A'.repeat(43), password }) },
  signOutAction: { permission: null, input: () => null, plain: true },
  searchConsole: { permission: 'tenants.view', input: () => 'acme', plain: true },
  changeOwnPasswordAction: { permission: null, input: () => ({ current: 'not the password', password }) },
  chooseOwnLanguageAction: { permission: null, input: () => ({ language: 'en' }) },
  endOwnSessionAction: { permission: null, names: 'session', input: (id) => ({ id }) },
  endOtherSessionsAction: { permission: null, input: () => null },
  createFlagAction: {
    ...flags,
    input: () => ({ key: `taken.f${randomUUID().slice(0, 8)}`, ...flagWords, type: 'boolean', tenantEditable: false }),
  },
  changeFlagAction: {
    ...flags,
    names: 'flag',
    input: (id) => ({ key: `taken.f${id.slice(0, 8)}`, ...flagWords, tenantEditable: false }),
  },
  setOverrideAction: {
    ...flags,
    names: 'tenant',
    input: (tenantId) => ({ tenantId, key: 'site.pages', value: false, reason }),
  },
  removeOverrideAction: { ...flags, names: 'tenant', input: (tenantId) => ({ tenantId, key: 'site.pages' }) },
  migrateFleetAction: { permission: 'fleet.manage', names: 'tenant', input: (tenantId) => ({ tenantId }) },
  forceCheckAction: { ...domains, input: (id) => ({ tenantId: id, id }) },
  forceReleaseAction: { ...domains, input: (id) => ({ tenantId: id, id, reason }) },
  runCanaryAction: { permission: 'health.manage', input: () => ({}) },
  retryJobAction: { permission: 'jobs.manage', input: () => ({ id: '999999999999' }) },
  changePlansAction: {
    permission: 'plans.manage',
    names: 'plan',
    input: (id) => ({ plans: [{ id, version: 1, ...plan, values: {} }] }),
  },
  addSuperAdminAction: {
    permission: 'superAdmins.manage',
    input: () => ({ name: 'Taken Over', email: `${randomUUID()}@portico.example`, role: 'owner' }),
  },
  changeRoleAction: { ...owners, input: (id) => ({ id, role: 'owner' }) },
  savePlatformBrandAction: {
    permission: 'superAdmins.manage',
    input: () => ({ key: 'tenant_default', version: 1_000_000, tokens }),
  },
  uploadPlatformPictureAction: {
    permission: 'superAdmins.manage',
    input: () => ({ kind: 'favicon', file: null }),
  },
  revokeSuperAdminAction: { ...owners, input: (id) => ({ id }) },
  restoreSuperAdminAction: { ...owners, input: (id) => ({ id }) },
  suspendTenantsAction: {
    ...manage,
    input: (id) => ({ ids: [id], reason }),
    several: (ids) => ({ ids, reason }),
  },
  resumeTenantsAction: { ...manage, input: (id) => ({ ids: [id] }), several: (ids) => ({ ids }) },
  setParentAction: { ...manage, input: (id) => ({ id, parentSlug: null }) },
  renameTenantAction: { ...manage, input: (id) => ({ id, name: 'Taken Over' }) },
  changePlanAction: { ...manage, input: (id) => ({ id, planKey: 'free' }) },
  setAttributesAction: { ...manage, input: (id) => ({ id, attributes: { taken: 'over' } }) },
  addHostAction: {
    ...manage,
    input: (tenantId) => ({ tenantId, slug: `taken-${randomUUID().slice(0, 8)}`, surface: 'site' }),
  },
  makeHostPrimaryAction: { ...host, input: (hostId) => ({ tenantId: hostId, hostId }) },
  removeHostAction: { ...host, input: (hostId) => ({ tenantId: hostId, hostId }) },
  createTenantAction: { permission: 'tenants.create', input: () => ({}) },
  readLogoAction: { permission: 'tenants.create', input: () => null },
};
