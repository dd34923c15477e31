import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { shippedFlags } from '@/lib/core/plans/catalogue';
import { consoleDb } from '@/lib/tenancy/console-client';
import { flagListSchema, type FlagList } from './schema';

/** Every flag with what each plan says and how many tenants differ. @throws AppError forbidden */
export async function listFlags(ctx: ConsoleContext): Promise<FlagList> {
  requireConsolePermission(ctx, 'flags.view');
  const db = consoleDb();
  const [plans, flags, overrides] = await Promise.all([
    db.plan.findMany({ orderBy: { position: 'asc' }, select: { id: true, key: true, name: true } }),
    db.flag.findMany({
      orderBy: [{ kind: 'asc' }, { category: 'asc' }, { name: 'asc' }],
      include: { planValues: true },
    }),
    db.flagOverride.groupBy({ by: ['flagKey', 'setBy'], _count: true }),
  ]);
  const counts = new Map(overrides.map(({ flagKey, setBy, _count }) => [`${flagKey} ${setBy}`, _count]));
  return flagListSchema.parse({
    plans,
    flags: flags.map((flag) => ({
      ...flag,
      shipped: flag.key in shippedFlags,
      planValues: Object.fromEntries(flag.planValues.map(({ planId, value }) => [planId, value])),
      overrides: counts.get(`${flag.key} console`) ?? 0,
      switchedOff: counts.get(`${flag.key} tenant`) ?? 0,
    })),
  });
}
