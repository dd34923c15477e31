import 'server-only';
import { requireConsolePermission, type ConsoleContext, type SuperAdminActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import type { EmailBrand } from '@/lib/core/email/email';
import { platformEmailBrand } from '@/lib/core/email/platform-email-brand';
import { superAdminInvitation } from '@/lib/core/email/super-admin-invitation';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { platformLanguage } from '@/lib/messages/locales';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { consoleHost, hostOrigin } from '@/lib/platform/origins';
import { hashToken, randomToken } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { AddSuperAdmin } from './schema';

const linkDays = 7;

/**
 * An account without a usable password, and a single-use link to choose one: mailed, and returned once for whoever hands it over.
 * @throws AppError forbidden, conflict (address in use)
 */
export async function addSuperAdmin(
  ctx: ConsoleContext<SuperAdminActor>,
  input: AddSuperAdmin,
): Promise<{ id: string; passwordUrl: string }> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  const token = randomToken();
  const passwordUrl = `${hostOrigin(consoleHost())}/reset-password/${token}`;
  // Nobody knows what was hashed, so no password fits until the link is used.
  const passwordHash = await hashPassword(randomToken());
  const expiresAt = new Date(Date.now() + linkDays * 86_400_000);
  const brand = await platformEmailBrand(consoleHost());
  try {
    return await consoleDb().$transaction(async (tx) => {
      const { id } = await tx.superAdmin.create({ data: { ...input, passwordHash }, select: { id: true } });
      await tx.superAdminPasswordReset.create({ data: { superAdminId: id, tokenHash: hashToken(token), expiresAt } });
      await enqueueJob(tx, 'send-mail', { mail: invitationMail(ctx, brand, input, passwordUrl, expiresAt) });
      await recordPlatformEvent(
        tx,
        ctx,
        'super_admin.created',
        { type: 'super_admin', id, label: input.email },
        changesBetween({}, input),
      );
      return { id, passwordUrl };
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('conflict', 'The address is in use.', {
        messageKey: 'superAdminExists',
        fields: { email: 'superAdminExists' },
      });
    throw error;
  }
}

function invitationMail(
  ctx: ConsoleContext<SuperAdminActor>,
  brand: EmailBrand,
  { email, role }: AddSuperAdmin,
  url: string,
  expiresAt: Date,
) {
  const mail = superAdminInvitation({
    brand,
    email,
    // Whoever is new has chosen nothing yet.
    locale: platformLanguage,
    timeZone: 'UTC',
    url,
    expiresAt,
    inviter: ctx.actor.name,
    role,
  });
  return { ...mail, from: brand.tokens.displayName, to: email };
}
