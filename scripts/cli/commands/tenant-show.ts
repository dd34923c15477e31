import { tenantBySlug } from '@/lib/features/tenants/tenant-by-slug';
import type { Command } from '../command';
import { table } from '../table';

export const tenantShow: Command = {
  usage: 'SLUG',
  summary: 'one tenant',
  positionals: 1,
  async run(ctx, { args }) {
    const tenant = await tenantBySlug(ctx, args[0] ?? '');
    const lines = [
      ['Name', tenant.name],
      ['Slug', tenant.slug],
      ['Id', tenant.id],
      ['Status', tenant.suspensionReason ? `${tenant.status} (${tenant.suspensionReason})` : tenant.status],
      ['Plan', tenant.planName],
      ['Placement', tenant.placement],
      ['Portal', tenant.portalUrl ?? 'none yet'],
      ['Site', tenant.siteUrl ?? 'none yet'],
      ['Created', tenant.createdAt],
    ];
    return { json: { tenant }, text: table(lines) };
  },
};
