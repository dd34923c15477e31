import { listTenants } from '@/lib/features/tenants/list-tenants';
import { tenantListQuerySchema, type TenantRow } from '@/lib/features/tenants/schema';
import { text, type Command } from '../command';
import { table } from '../table';

const PAGE = 200;

export const tenantList: Command = {
  usage: '[--status S] [--plan P] [--search TEXT]',
  summary: 'all tenants, newest first',
  options: { status: { type: 'string' }, plan: { type: 'string' }, search: { type: 'string' } },
  async run(ctx, { values }) {
    const filter = {
      q: text(values, 'search'),
      status: text(values, 'status'),
      plan: text(values, 'plan'),
      limit: PAGE,
    };
    const tenants: TenantRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTenants(ctx, tenantListQuerySchema.parse({ ...filter, cursor }));
      tenants.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { json: { tenants }, text: toText(tenants) };
  },
};

function toText(tenants: TenantRow[]): string {
  if (tenants.length === 0) return 'No tenants.';
  const rows = tenants.map(({ slug, status, planKey, placement, members, name }) => [
    slug,
    status,
    planKey,
    placement,
    String(members),
    name,
  ]);
  return table([['SLUG', 'STATUS', 'PLAN', 'PLACEMENT', 'MEMBERS', 'NAME'], ...rows]);
}
