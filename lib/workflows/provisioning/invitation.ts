import 'server-only';
import { tenantAdminInvitation } from '@/lib/core/email/tenant-admin-invitation';
import { tenantEmailBrand } from '@/lib/core/email/tenant-email-brand';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { invitationExpiry } from '@/lib/features/members/rules';
import { hostOrigin, portalHost } from '@/lib/platform/origins';
import { derivedToken } from '@/lib/platform/secrets';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import { derivedId, type ActiveRun } from './run-record';

export function invitationId(tenantId: string): string {
  return derivedId(tenantId, 'invitation');
}

/** Derived again whenever it is shown: the token itself is stored nowhere. */
export function invitationUrl(tenantId: string, slug: string): string {
  return `${hostOrigin(portalHost(slug))}/invitations/${derivedToken('invitation', invitationId(tenantId))}`;
}

/** The mail to the first admin, in the new tenant's own brand; queued if and only if the transaction commits. */
export async function queueInvitation(tx: ConsoleTx, run: ActiveRun): Promise<void> {
  const { organisation, admin } = run.input.tenant;
  const brand = await tenantEmailBrand(run.scope, portalHost(run.slug));
  const mail = tenantAdminInvitation({
    brand,
    email: admin.email,
    locale: organisation.locale,
    timeZone: organisation.timeZone,
    url: invitationUrl(run.tenantId, run.slug),
    expiresAt: invitationExpiry(),
  });
  await enqueueJob(tx, 'send-mail', {
    tenantId: run.tenantId,
    mail: { ...mail, from: brand.tokens.displayName, to: admin.email },
  });
}
