import 'server-only';
import { derivedToken, hashToken } from '@/lib/platform/secrets';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { derivedId, type ActiveRun } from '../run-record';
import type { Step } from '../step';

const VALID_DAYS = 14;

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
          expiresAt: new Date(Date.now() + VALID_DAYS * 86_400_000),
        },
      ],
      skipDuplicates: true,
    });
  },
  async compensate({ scope }) {
    await tenantDb(scope).invitation.deleteMany({});
  },
};

export function invitationId(tenantId: string): string {
  return derivedId(tenantId, 'invitation');
}

function invitedBy({ requestedById, requestedBy }: ActiveRun) {
  return {
    invitedByType: requestedById ? 'super_admin' : 'system',
    invitedById: requestedById,
    invitedByName: requestedBy,
  };
}
