import 'server-only';
import { invitationExpiry } from '@/lib/features/members/rules';
import { derivedToken, hashToken } from '@/lib/platform/secrets';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { invitationId } from '../invitation';
import type { ActiveRun } from '../run-record';
import type { Step } from '../step';

/** The first member, invited as owner. Nothing is sent before the tenant is open. */
export const inviteAdmin: Step = {
  name: 'invite_admin',
  role: 'tenant',
  async run(run) {
    const id = invitationId(run.tenantId);
    const { name, email } = run.input.tenant.admin;
    await tenantDb(run.scope).invitation.createMany({
      data: [
        {
          tenantId: run.tenantId,
          id,
          email,
          name: name || null,
          role: 'owner',
          tokenHash: hashToken(derivedToken('invitation', id)),
          ...invitedBy(run),
          expiresAt: invitationExpiry(),
        },
      ],
      skipDuplicates: true,
    });
  },
  async compensate({ scope }) {
    await tenantDb(scope).invitation.deleteMany({});
  },
};

function invitedBy({ requestedById, requestedBy }: ActiveRun) {
  return {
    invitedByType: requestedById ? 'super_admin' : 'system',
    invitedById: requestedById,
    invitedByName: requestedBy,
  };
}
