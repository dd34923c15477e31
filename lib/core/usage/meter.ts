import 'server-only';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { uuidv7 } from '@/lib/platform/ids';
import { logger } from '@/lib/platform/logger';
import { counter, observed } from '@/lib/platform/metrics';
import type { TenantScope } from '@/lib/tenancy/context';
import { insertUsageEvents, type UsageEvent } from './insert-events';

export interface MeteredFact extends Partial<Omit<UsageEvent, 'id' | 'meter'>> {
  /** requests, page_views, sign_ins, or any that the vendor defines. */
  meter: string;
}

/**
 * Counts something for a tenant. Costs the caller nothing but memory: events are written in batches within a second, kept while
 * the database is away, and bounded per tenant, so that a flood loses its own oldest events and nobody else's.
 */
export function meterEvent(scope: TenantScope, fact: MeteredFact): void {
  const queue = queueOf(scope);
  if (queue.events.length >= maxPerTenant || state.size >= maxInAll) dropOldest(queue);
  if (state.size >= maxInAll) return dropped.add();
  queue.events.push({
    value: 1,
    surface: '',
    route: '',
    status: null,
    durationMs: null,
    memberId: null,
    at: new Date(),
    ...fact,
    id: uuidv7(),
  });
  state.size += 1;
  schedule(state.size >= batchSize ? 0 : flushAfterMs);
}

/** Writes everything that is held; resolves when it is written or the database is found to be away. For shutdown and tests. */
export async function flushUsage(): Promise<void> {
  await state.flushing;
  state.flushing ??= flush().finally(() => (state.flushing = undefined));
  await state.flushing;
}

const batchSize = 500;
const flushAfterMs = 1_000;
const retryAfterMsMax = 30_000;
const maxPerTenant = 5_000;
const maxInAll = 50_000;

interface Queue {
  scope: TenantScope;
  events: UsageEvent[];
}

interface MeterState {
  queues: Map<string, Queue>;
  size: number;
  failures: number;
  timer: NodeJS.Timeout | undefined;
  /** When the timer fires. */
  due: number;
  flushing: Promise<void> | undefined;
}

// One meter per process, also where Next loads this module twice.
const registry = globalThis as unknown as { porticoMeter?: MeterState };
const state = (registry.porticoMeter ??= {
  queues: new Map(),
  size: 0,
  failures: 0,
  timer: undefined,
  due: Infinity,
  flushing: undefined,
});

const written = counter('portico_usage_events_written_total', 'Usage events written to the database.');
const dropped = counter('portico_usage_events_dropped_total', 'Usage events lost because too many were waiting.');
const failed = counter(
  'portico_usage_flush_failures_total',
  'Batches of usage events that could not be written at once.',
);
observed('portico_usage_events_waiting', 'Usage events held in memory.', 'gauge', () => [{ value: state.size }]);

function queueOf(scope: TenantScope): Queue {
  let queue = state.queues.get(scope.tenantId);
  if (!queue)
    state.queues.set(
      scope.tenantId,
      (queue = { scope: { tenantId: scope.tenantId, placement: scope.placement }, events: [] }),
    );
  return queue;
}

function dropOldest(queue: Queue): void {
  if (!queue.events.shift()) return;
  state.size -= 1;
  dropped.add();
}

function schedule(afterMs: number): void {
  const due =
    performance.now() + (state.failures > 0 ? Math.min(retryAfterMsMax, flushAfterMs * 2 ** state.failures) : afterMs);
  if (state.timer && state.due <= due) return;
  clearTimeout(state.timer);
  state.due = due;
  state.timer = setTimeout(() => {
    state.timer = undefined;
    void flushUsage();
  }, due - performance.now());
  state.timer.unref();
}

/** Tenants take turns, a batch each, until nothing is left or the database is away. */
async function flush(): Promise<void> {
  while (state.size > 0) {
    for (const [tenantId, queue] of state.queues) {
      if (queue.events.length === 0) state.queues.delete(tenantId);
      else if (!(await writeBatch(queue))) return schedule(flushAfterMs);
    }
  }
}

/** @returns false when the database is away; the batch is then back in its place. */
async function writeBatch(queue: Queue): Promise<boolean> {
  const batch = queue.events.splice(0, batchSize);
  try {
    await insertUsageEvents(queue.scope, batch);
    written.add(batch.length);
  } catch (error) {
    failed.add();
    if (isDatabaseUnavailable(error)) {
      // Written perhaps, and the answer lost: the ids make the repetition harmless.
      queue.events.unshift(...batch);
      state.failures += 1;
      return false;
    }
    logger.error(
      { err: error, tenantId: queue.scope.tenantId, events: batch.length },
      'usage events could not be written',
    );
    dropped.add(batch.length);
  }
  state.size -= batch.length;
  state.failures = 0;
  return true;
}
