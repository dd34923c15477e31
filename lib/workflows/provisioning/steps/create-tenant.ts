import 'server-only';
import { ProvisioningRefused } from '../refusal';
import type { Step } from '../step';

/** The directory row. Its status keeps every door shut until the last step. */
export const createTenant: Step = {
  name: 'create_tenant',
  role: 'console',
  async run(tx, { tenantId, slug, input }) {
    const { organisation, plan } = input.tenant;
    const found = await tx.plan.findUnique({ where: { key: plan.planKey }, select: { id: true } });
    if (!found) throw new ProvisioningRefused('plan_missing');
    await tx.tenant.create({
      data: {
        id: tenantId,
        slug,
        name: organisation.name,
        industry: organisation.industry,
        placement: plan.placement,
        planId: found.id,
      },
    });
  },
  async compensate(tx, { tenantId }) {
    await tx.tenant.deleteMany({ where: { id: tenantId, status: 'provisioning' } });
  },
};
