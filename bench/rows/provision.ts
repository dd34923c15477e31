import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { runProvisioning } from '@/lib/workflows/provisioning/engine';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import type { Row } from '../report';
import { median, quantile } from '../rounds';

const ctx: ConsoleContext<SystemActor> = { actor: { type: 'system', name: 'Bench' }, request: systemRequest() };

/** The wizard's engine, one tenant after the other: request and all steps. */
export async function benchProvision(quick: boolean): Promise<Row[]> {
  await ensureCatalogue();
  const count = quick ? 60 : 1_000;
  const durations: number[] = [];
  for (let i = 0; i < count + 3; i++) {
    const start = performance.now();
    const { runId } = await requestProvisioning(ctx, input(i), uuidv7());
    await runProvisioning(runId);
    if (i >= 3) durations.push(performance.now() - start);
  }
  const tenth = Math.max(1, Math.floor(count / 10));
  const [first, last] = [median(durations.slice(0, tenth)), median(durations.slice(-tenth))];
  const p50 = median(durations);
  return [
    {
      name: 'provision',
      variant: 'shared, one at a time',
      unit: 'ms',
      median: p50,
      p99: quantile(durations, 0.99),
      baseline: null,
      ratio: null,
      reach: 'p50 < 300 ms',
      held: p50 < 300,
    },
    {
      name: 'provision',
      variant: `last tenth of ${count} against the first`,
      unit: 'ms',
      median: last,
      p99: null,
      baseline: first,
      ratio: last / first,
      reach: '≈ 1',
      held: last / first < 1.2,
    },
  ];
}

function input(i: number): Parameters<typeof requestProvisioning>[1] {
  const slug = `bench-${i}-${uuidv7().slice(-6)}`;
  const { displayName: _name, ...brand } = defaultTenantBrand('Bench');
  return {
    organisation: { name: `Bench ${i}`, timeZone: 'Europe/Berlin', locale: 'en-GB', currency: 'EUR' },
    plan: { planKey: 'professional', placement: 'shared' },
    address: { slug },
    branding: { ...brand, displayName: `Bench ${i}` },
    features: { overrides: {} },
    admin: { email: `admin@${slug}.example` },
  };
}
