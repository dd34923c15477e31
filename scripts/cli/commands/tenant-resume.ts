import { resumeTenant } from '@/lib/features/tenants/resume-tenant';
import { tenantBySlug } from '@/lib/features/tenants/tenant-by-slug';
import type { Command } from '../command';

export const tenantResume: Command = {
  usage: 'SLUG',
  summary: 'serve a suspended tenant again',
  positionals: 1,
  async run(ctx, { args }) {
    const { id, slug } = await tenantBySlug(ctx, args[0] ?? '');
    await resumeTenant(ctx, id);
    return { json: { tenant: { id, slug, status: 'active' } }, text: `${slug} is active.` };
  },
};
