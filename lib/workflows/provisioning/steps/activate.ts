import 'server-only';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { portalHost, siteHost } from '@/lib/platform/origins';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import { queueInvitation } from '../invitation';
import { requesterContext, type ActiveRun } from '../run-record';
import { nothing, type Step } from '../step';

/** Opens the doors, in one transaction: status, hosts, both audit logs, the notice to every node, and the invitation's mail. */
export const activate: Step = {
  name: 'activate',
  role: 'console',
  async run(tx, run) {
    const { tenantId, slug } = run;
    await tx.tenant.update({
      where: { id: tenantId, status: 'provisioning' },
      data: { status: 'active', activatedAt: new Date() },
    });
    await tx.host.updateMany({ where: { tenantId }, data: { status: 'active' } });
    await recordCreation(tx, run);
    for (const key of [portalHost(slug), siteHost(slug)]) await publishChange(tx, { kind: 'host', tenantId, key });
    await publishChange(tx, { kind: 'tenant', tenantId });
    await queueInvitation(tx, run);
  },
  // The last step: after it nothing is left that could fail.
  compensate: nothing,
};

async function recordCreation(tx: ConsoleTx, run: ActiveRun): Promise<void> {
  const { organisation, plan, admin } = run.input.tenant;
  const facts = {
    name: organisation.name,
    slug: run.slug,
    plan: plan.planKey,
    placement: plan.placement,
    admin: admin.email,
  };
  const target = { type: 'tenant', id: run.tenantId, label: organisation.name };
  await recordConsoleEventInTenant(
    tx,
    await requesterContext(tx, run),
    run.tenantId,
    'tenant.created',
    target,
    changesBetween({}, facts),
  );
}
