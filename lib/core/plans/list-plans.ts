import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';
import { inReadersWords } from './flag-words';
import { planMatrixSchema, type PlanMatrix } from './schema';

/** Plans against flags, with how many tenants are on each plan. @throws AppError forbidden */
export async function listPlans(ctx: ConsoleContext): Promise<PlanMatrix> {
  requireConsolePermission(ctx, 'plans.view');
  const db = consoleDb();
  const [flags, plans] = await Promise.all([
    db.flag.findMany({ orderBy: [{ kind: 'asc' }, { category: 'asc' }, { name: 'asc' }] }),
    db.plan.findMany({
      orderBy: { position: 'asc' },
      include: {
        values: { include: { flag: { select: { key: true } } } },
        _count: { select: { tenants: { where: { status: { not: 'erased' } } } } },
      },
    }),
  ]);
  return planMatrixSchema.parse({
    flags: flags.map(inReadersWords),
    plans: plans.map(({ _count, values, updatedAt, ...plan }) => ({
      ...plan,
      tenants: _count.tenants,
      updatedAt: updatedAt.toISOString(),
      values: Object.fromEntries(values.map(({ flag, value }) => [flag.key, value])),
    })),
  });
}
