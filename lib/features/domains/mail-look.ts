import 'server-only';
import { tenantEmailBrand } from '@/lib/core/email/tenant-email-brand';
import type { EmailBrand } from '@/lib/core/email/email';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** In whose look a mail of the tenant goes out, and by whose clock. Links lead to the stored primary host, preferring one of our own; without any there is no mail. */
export async function mailLook(
  scope: TenantScope,
): Promise<{ look: EmailBrand; timeZone: string; locale: string } | null> {
  const host = await tenantDb(scope).host.findFirst({
    where: { surface: 'portal', status: 'active' },
    // A mail about trouble with a domain must not lead there.
    orderBy: [{ kind: 'desc' }, { isPrimary: 'desc' }],
    select: { host: true },
  });
  if (!host) return null;
  const [look, { timeZone, locale }] = await Promise.all([tenantEmailBrand(scope, host.host), tenantSettings(scope)]);
  return { look, timeZone, locale };
}
