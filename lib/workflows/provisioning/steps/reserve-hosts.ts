import 'server-only';
import { portalHost, siteHost } from '@/lib/platform/origins';
import type { Step } from '../step';

/** Takes both addresses. Host names are unique across all tenants, so of several runs for one slug exactly one gets past here. */
export const reserveHosts: Step = {
  name: 'reserve_hosts',
  role: 'console',
  async run(tx, { tenantId, slug }) {
    await tx.host.createMany({
      data: [
        { tenantId, host: portalHost(slug), surface: 'portal', isPrimary: true },
        { tenantId, host: siteHost(slug), surface: 'site', isPrimary: true },
      ],
    });
  },
  async compensate(tx, { tenantId }) {
    await tx.host.deleteMany({ where: { tenantId } });
  },
};
