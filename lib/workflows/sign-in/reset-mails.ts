import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { platformEmailBrand } from '@/lib/core/email/platform-email-brand';
import { passwordReset, superAdminPasswordReset } from '@/lib/core/email/password-reset';
import { tenantEmailBrand } from '@/lib/core/email/tenant-email-brand';
import type { QueuedMail } from '@/lib/core/jobs/registry';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { notFound } from '@/lib/platform/errors';
import { consoleHost } from '@/lib/platform/origins';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { pickedLanguage, platformLanguage } from '@/lib/messages/locales';

/** The link leads to the stored primary host, whatever host the request claims to be on. */
export async function memberResetMail(
  ctx: TenantContext,
  member: { email: string; locale: string | null; timeZone: string | null },
  token: string,
  minutes: number,
): Promise<QueuedMail> {
  const host = await tenantDb(ctx).host.findFirst({
    where: { surface: 'portal', status: 'active' },
    orderBy: { isPrimary: 'desc' },
    select: { host: true },
  });
  if (!host) throw notFound();
  const [brand, tenant] = await Promise.all([tenantEmailBrand(ctx, host.host), tenantSettings(ctx)]);
  const mail = passwordReset({
    brand,
    email: member.email,
    locale: member.locale ?? tenant.locale,
    timeZone: member.timeZone ?? tenant.timeZone,
    url: `${brand.homeUrl}/reset-password/${token}`,
    expiresAt: inMinutes(minutes),
  });
  return { ...mail, from: brand.tokens.displayName, to: member.email };
}

export async function superAdminResetMail(
  account: { email: string; language: string | null },
  token: string,
  minutes: number,
): Promise<QueuedMail> {
  const brand = await platformEmailBrand(consoleHost());
  const mail = superAdminPasswordReset({
    brand,
    email: account.email,
    locale: pickedLanguage(account.language) ?? platformLanguage,
    timeZone: 'UTC',
    url: `${brand.homeUrl}/reset-password/${token}`,
    expiresAt: inMinutes(minutes),
  });
  return { ...mail, from: brand.tokens.displayName, to: account.email };
}

function inMinutes(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000);
}
