import 'server-only';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { hostOrigin, portalHost } from '@/lib/platform/origins';
import { derivedToken } from '@/lib/platform/secrets';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { ActiveRun } from './run-record';
import { invitationId } from './steps/invite-admin';

/** Derived again whenever it is shown: the token itself is stored nowhere. */
export function invitationUrl(tenantId: string, slug: string): string {
  return `${hostOrigin(portalHost(slug))}/invitations/${derivedToken('invitation', invitationId(tenantId))}`;
}

export async function queueInvitation(tx: ConsoleTx, run: ActiveRun): Promise<void> {
  const { organisation, admin } = run.input.tenant;
  const url = invitationUrl(run.tenantId, run.slug);
  const mail = { to: admin.email, subject: organisation.name, html: `<a href="${url}">${url}</a>`, text: url };
  await enqueueJob(tx, 'send-mail', { tenantId: run.tenantId, mail });
}
