import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { absoluteAssetUrl, publishedBrand } from '@/lib/core/branding/read-brand';
import { memberInvitation } from '@/lib/core/email/member-invitation';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { derivedToken } from '@/lib/platform/secrets';
import { notFound } from '@/lib/platform/errors';
import type { TenantTx } from '@/lib/tenancy/tenant-client';

/** Puts the mail with the link on the queue, inside the transaction that makes the invitation. The address comes from the stored primary host. */
export async function queueInvitationMail(
  tx: TenantTx,
  ctx: TenantContext,
  invitation: { id: string; email: string; role: MemberRole; expiresAt: Date },
): Promise<void> {
  const host = await tx.host.findFirst({
    where: { surface: 'portal', status: 'active' },
    orderBy: { isPrimary: 'desc' },
    select: { host: true },
  });
  if (!host) throw notFound();
  const [brand, settings] = await Promise.all([publishedBrand(ctx), tenantSettings(ctx)]);
  const homeUrl = hostOrigin(host.host);
  const mail = memberInvitation({
    brand: {
      tokens: brand.tokens,
      homeUrl,
      logoUrl: absoluteAssetUrl(host.host, brand.logoUrl) ?? undefined,
      logoDarkUrl: absoluteAssetUrl(host.host, brand.logoDarkUrl) ?? undefined,
    },
    email: invitation.email,
    locale: 'en',
    timeZone: settings.timeZone,
    inviterName: ctx.actor.type === 'member' ? ctx.actor.name : brand.tokens.displayName,
    roleName: translator('roles')(invitation.role),
    url: `${homeUrl}/invitations/${derivedToken('invitation', invitation.id)}`,
    expiresAt: invitation.expiresAt,
  });
  await enqueueJob(tx, 'send-mail', {
    tenantId: ctx.tenantId,
    mail: { ...mail, from: brand.tokens.displayName, to: invitation.email },
  });
}
