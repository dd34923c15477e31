import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import type { MemberPage, MemberQuery } from './schema';
import { memberPage } from './store';

export async function listMembers(ctx: TenantContext, query: MemberQuery): Promise<MemberPage> {
  requirePermission(ctx, 'members.view');
  return memberPage(ctx, query);
}
