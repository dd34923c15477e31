import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';

export interface PlanChoice {
  key: string;
  name: string;
}

/** For filters and the choice of a plan, in their order. */
export function listPlanChoices(ctx: ConsoleContext): Promise<PlanChoice[]> {
  requireConsolePermission(ctx, 'tenants.view');
  return consoleDb().plan.findMany({ orderBy: { position: 'asc' }, select: { key: true, name: true } });
}
