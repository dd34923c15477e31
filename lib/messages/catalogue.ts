import type { Locale } from './locales';
import { translations } from './translations';
import account from './en/account.json';
import analytics from './en/analytics.json';
import audit from './en/audit.json';
import branding from './en/branding.json';
import common from './en/common.json';
import console from './en/console.json';
import dashboard from './en/dashboard.json';
import domains from './en/domains.json';
import edge from './en/edge.json';
import emails from './en/emails.json';
import errors from './en/errors.json';
import features from './en/features.json';
import find from './en/find.json';
import fleet from './en/fleet.json';
import flags from './en/flags.json';
import health from './en/health.json';
import jobs from './en/jobs.json';
import members from './en/members.json';
import outbox from './en/outbox.json';
import pages from './en/pages.json';
import plans from './en/plans.json';
import roles from './en/roles.json';
import security from './en/security.json';
import settings from './en/settings.json';
import shell from './en/shell.json';
import shippedFlags from './en/shippedFlags.json';
import signIn from './en/signIn.json';
import site from './en/site.json';
import siteCode from './en/siteCode.json';
import tenant from './en/tenant.json';
import tenants from './en/tenants.json';
import ui from './en/ui.json';
import usage from './en/usage.json';
import wizard from './en/wizard.json';

/** Every word of the interface, one file per feature. The other languages have the same shape (translations.ts). */
const en = {
  account,
  analytics,
  audit,
  branding,
  common,
  console,
  dashboard,
  domains,
  edge,
  emails,
  errors,
  features,
  find,
  flags,
  fleet,
  health,
  jobs,
  members,
  outbox,
  pages,
  plans,
  roles,
  security,
  settings,
  shell,
  shippedFlags,
  signIn,
  site,
  siteCode,
  tenant,
  tenants,
  ui,
  usage,
  wizard,
};

export type Messages = typeof en;
export type Namespace = keyof Messages;

export const catalogue: Record<Locale, Messages> = { en, ...translations };
