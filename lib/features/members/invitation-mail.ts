import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { memberInvitation } from '@/lib/core/email/member-invitation';
import { tenantEmailBrand } from '@/lib/core/email/tenant-email-brand';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { translator } from '@/lib/messages/translator';
import { notFound } from '@/lib/platform/errors';
import { derivedToken } from '@/lib/platform/secrets';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { languageOf } from '@/lib/messages/locales';

/** Puts the mail with the link on the queue, inside the transaction that makes the invitation. */
export type InvitationMailer = (
  tx: TenantTx,
  invitation: { id: string; email: string; role: MemberRole; expiresAt: Date },
) => Promise<void>;

/**
 * Reads what every invitation of this tenant says: brand, zone, and the stored primary host that the link leads to. Call it before
 * the transaction: one that waits for a second connection while it holds the quota's lock would stop all others.
 */
export async function invitationMailer(ctx: TenantContext): Promise<InvitationMailer> {
  const [settings, host] = await Promise.all([tenantSettings(ctx), primaryHost(ctx)]);
  const brand = await tenantEmailBrand(ctx, host);
  const sender = brand.tokens.displayName;
  const language = languageOf(settings.locale);
  return async (tx, { id, email, role, expiresAt }) => {
    const mail = memberInvitation({
      brand,
      email,
      locale: settings.locale,
      timeZone: settings.timeZone,
      inviterName: ctx.actor.type === 'member' ? ctx.actor.name : sender,
      roleName: translator('roles', language)(role),
      url: `${brand.homeUrl}/invitations/${derivedToken('invitation', id)}`,
      expiresAt,
    });
    await enqueueJob(tx, 'send-mail', { tenantId: ctx.tenantId, mail: { ...mail, from: sender, to: email } });
  };
}

async function primaryHost(ctx: TenantContext): Promise<string> {
  const row = await tenantDb(ctx).host.findFirst({
    where: { surface: 'portal', status: 'active' },
    orderBy: { isPrimary: 'desc' },
    select: { host: true },
  });
  if (!row) throw notFound();
  return row.host;
}
