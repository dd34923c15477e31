import type { Messages } from './catalogue';
import type { Locale } from './locales';
import deAccount from './de/account.json';
import deAnalytics from './de/analytics.json';
import deAudit from './de/audit.json';
import deBranding from './de/branding.json';
import deCommon from './de/common.json';
import deConsole from './de/console.json';
import deDashboard from './de/dashboard.json';
import deDomains from './de/domains.json';
import deEdge from './de/edge.json';
import deEmails from './de/emails.json';
import deErrors from './de/errors.json';
import deFeatures from './de/features.json';
import deFind from './de/find.json';
import deFleet from './de/fleet.json';
import deFlags from './de/flags.json';
import deHealth from './de/health.json';
import deJobs from './de/jobs.json';
import deMembers from './de/members.json';
import deOutbox from './de/outbox.json';
import dePages from './de/pages.json';
import dePlans from './de/plans.json';
import deRoles from './de/roles.json';
import deSecurity from './de/security.json';
import deSettings from './de/settings.json';
import deShell from './de/shell.json';
import deShippedFlags from './de/shippedFlags.json';
import deSignIn from './de/signIn.json';
import deSite from './de/site.json';
import deSiteCode from './de/siteCode.json';
import deTenant from './de/tenant.json';
import deTenants from './de/tenants.json';
import deUi from './de/ui.json';
import deUsage from './de/usage.json';
import deWizard from './de/wizard.json';
import frAccount from './fr/account.json';
import frAnalytics from './fr/analytics.json';
import frAudit from './fr/audit.json';
import frBranding from './fr/branding.json';
import frCommon from './fr/common.json';
import frConsole from './fr/console.json';
import frDashboard from './fr/dashboard.json';
import frDomains from './fr/domains.json';
import frEdge from './fr/edge.json';
import frEmails from './fr/emails.json';
import frErrors from './fr/errors.json';
import frFeatures from './fr/features.json';
import frFind from './fr/find.json';
import frFleet from './fr/fleet.json';
import frFlags from './fr/flags.json';
import frHealth from './fr/health.json';
import frJobs from './fr/jobs.json';
import frMembers from './fr/members.json';
import frOutbox from './fr/outbox.json';
import frPages from './fr/pages.json';
import frPlans from './fr/plans.json';
import frRoles from './fr/roles.json';
import frSecurity from './fr/security.json';
import frSettings from './fr/settings.json';
import frShell from './fr/shell.json';
import frShippedFlags from './fr/shippedFlags.json';
import frSignIn from './fr/signIn.json';
import frSite from './fr/site.json';
import frSiteCode from './fr/siteCode.json';
import frTenant from './fr/tenant.json';
import frTenants from './fr/tenants.json';
import frUi from './fr/ui.json';
import frUsage from './fr/usage.json';
import frWizard from './fr/wizard.json';
import esAccount from './es/account.json';
import esAnalytics from './es/analytics.json';
import esAudit from './es/audit.json';
import esBranding from './es/branding.json';
import esCommon from './es/common.json';
import esConsole from './es/console.json';
import esDashboard from './es/dashboard.json';
import esDomains from './es/domains.json';
import esEdge from './es/edge.json';
import esEmails from './es/emails.json';
import esErrors from './es/errors.json';
import esFeatures from './es/features.json';
import esFind from './es/find.json';
import esFleet from './es/fleet.json';
import esFlags from './es/flags.json';
import esHealth from './es/health.json';
import esJobs from './es/jobs.json';
import esMembers from './es/members.json';
import esOutbox from './es/outbox.json';
import esPages from './es/pages.json';
import esPlans from './es/plans.json';
import esRoles from './es/roles.json';
import esSecurity from './es/security.json';
import esSettings from './es/settings.json';
import esShell from './es/shell.json';
import esShippedFlags from './es/shippedFlags.json';
import esSignIn from './es/signIn.json';
import esSite from './es/site.json';
import esSiteCode from './es/siteCode.json';
import esTenant from './es/tenant.json';
import esTenants from './es/tenants.json';
import esUi from './es/ui.json';
import esUsage from './es/usage.json';
import esWizard from './es/wizard.json';
import jaAccount from './ja/account.json';
import jaAnalytics from './ja/analytics.json';
import jaAudit from './ja/audit.json';
import jaBranding from './ja/branding.json';
import jaCommon from './ja/common.json';
import jaConsole from './ja/console.json';
import jaDashboard from './ja/dashboard.json';
import jaDomains from './ja/domains.json';
import jaEdge from './ja/edge.json';
import jaEmails from './ja/emails.json';
import jaErrors from './ja/errors.json';
import jaFeatures from './ja/features.json';
import jaFind from './ja/find.json';
import jaFleet from './ja/fleet.json';
import jaFlags from './ja/flags.json';
import jaHealth from './ja/health.json';
import jaJobs from './ja/jobs.json';
import jaMembers from './ja/members.json';
import jaOutbox from './ja/outbox.json';
import jaPages from './ja/pages.json';
import jaPlans from './ja/plans.json';
import jaRoles from './ja/roles.json';
import jaSecurity from './ja/security.json';
import jaSettings from './ja/settings.json';
import jaShell from './ja/shell.json';
import jaShippedFlags from './ja/shippedFlags.json';
import jaSignIn from './ja/signIn.json';
import jaSite from './ja/site.json';
import jaSiteCode from './ja/siteCode.json';
import jaTenant from './ja/tenant.json';
import jaTenants from './ja/tenants.json';
import jaUi from './ja/ui.json';
import jaUsage from './ja/usage.json';
import jaWizard from './ja/wizard.json';

/** Every language but the first. A file that lacks a key does not compile. */
export const translations: Record<Exclude<Locale, 'en'>, Messages> = {
  de: {
    account: deAccount,
    analytics: deAnalytics,
    audit: deAudit,
    branding: deBranding,
    common: deCommon,
    console: deConsole,
    dashboard: deDashboard,
    domains: deDomains,
    edge: deEdge,
    emails: deEmails,
    errors: deErrors,
    features: deFeatures,
    find: deFind,
    fleet: deFleet,
    flags: deFlags,
    health: deHealth,
    jobs: deJobs,
    members: deMembers,
    outbox: deOutbox,
    pages: dePages,
    plans: dePlans,
    roles: deRoles,
    security: deSecurity,
    settings: deSettings,
    shell: deShell,
    shippedFlags: deShippedFlags,
    signIn: deSignIn,
    site: deSite,
    siteCode: deSiteCode,
    tenant: deTenant,
    tenants: deTenants,
    ui: deUi,
    usage: deUsage,
    wizard: deWizard,
  },
  fr: {
    account: frAccount,
    analytics: frAnalytics,
    audit: frAudit,
    branding: frBranding,
    common: frCommon,
    console: frConsole,
    dashboard: frDashboard,
    domains: frDomains,
    edge: frEdge,
    emails: frEmails,
    errors: frErrors,
    features: frFeatures,
    find: frFind,
    fleet: frFleet,
    flags: frFlags,
    health: frHealth,
    jobs: frJobs,
    members: frMembers,
    outbox: frOutbox,
    pages: frPages,
    plans: frPlans,
    roles: frRoles,
    security: frSecurity,
    settings: frSettings,
    shell: frShell,
    shippedFlags: frShippedFlags,
    signIn: frSignIn,
    site: frSite,
    siteCode: frSiteCode,
    tenant: frTenant,
    tenants: frTenants,
    ui: frUi,
    usage: frUsage,
    wizard: frWizard,
  },
  es: {
    account: esAccount,
    analytics: esAnalytics,
    audit: esAudit,
    branding: esBranding,
    common: esCommon,
    console: esConsole,
    dashboard: esDashboard,
    domains: esDomains,
    edge: esEdge,
    emails: esEmails,
    errors: esErrors,
    features: esFeatures,
    find: esFind,
    fleet: esFleet,
    flags: esFlags,
    health: esHealth,
    jobs: esJobs,
    members: esMembers,
    outbox: esOutbox,
    pages: esPages,
    plans: esPlans,
    roles: esRoles,
    security: esSecurity,
    settings: esSettings,
    shell: esShell,
    shippedFlags: esShippedFlags,
    signIn: esSignIn,
    site: esSite,
    siteCode: esSiteCode,
    tenant: esTenant,
    tenants: esTenants,
    ui: esUi,
    usage: esUsage,
    wizard: esWizard,
  },
  ja: {
    account: jaAccount,
    analytics: jaAnalytics,
    audit: jaAudit,
    branding: jaBranding,
    common: jaCommon,
    console: jaConsole,
    dashboard: jaDashboard,
    domains: jaDomains,
    edge: jaEdge,
    emails: jaEmails,
    errors: jaErrors,
    features: jaFeatures,
    find: jaFind,
    fleet: jaFleet,
    flags: jaFlags,
    health: jaHealth,
    jobs: jaJobs,
    members: jaMembers,
    outbox: jaOutbox,
    pages: jaPages,
    plans: jaPlans,
    roles: jaRoles,
    security: jaSecurity,
    settings: jaSettings,
    shell: jaShell,
    shippedFlags: jaShippedFlags,
    signIn: jaSignIn,
    site: jaSite,
    siteCode: jaSiteCode,
    tenant: jaTenant,
    tenants: jaTenants,
    ui: jaUi,
    usage: jaUsage,
    wizard: jaWizard,
  },
};
