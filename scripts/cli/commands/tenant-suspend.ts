import { suspendTenant } from '@/lib/features/tenants/suspend-tenant';
import { tenantBySlug } from '@/lib/features/tenants/tenant-by-slug';
import { text, type Command } from '../command';

export const tenantSuspend: Command = {
  usage: 'SLUG [--reason TEXT]',
  summary: 'show a notice on portal and site, end all sessions',
  options: { reason: { type: 'string' } },
  positionals: 1,
  async run(ctx, { values, args }) {
    const { id, slug } = await tenantBySlug(ctx, args[0] ?? '');
    const { sessionsEnded } = await suspendTenant(ctx, id, text(values, 'reason').trim() || null);
    const json = { tenant: { id, slug, status: 'suspended' }, sessionsEnded };
    return {
      json,
      text: `${slug} is suspended; ${sessionsEnded} ${sessionsEnded === 1 ? 'session' : 'sessions'} ended.`,
    };
  },
};
