import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';

export interface ProvisioningRecord {
  status: 'queued' | 'running' | 'completed' | 'rolling_back' | 'rolled_back';
  requestedBy: string;
  createdAt: string;
  finishedAt: string | null;
  error: string | null;
  steps: {
    name: string;
    status: 'pending' | 'running' | 'done' | 'failed' | 'compensated';
    attempts: number;
    ms: number | null;
    error: string | null;
  }[];
}

/** How the tenant came into being; null for one that was not made by the provisioning engine (restored, seeded). */
export async function provisioningRecord(ctx: ConsoleContext, tenantId: string): Promise<ProvisioningRecord | null> {
  requireConsolePermission(ctx, 'tenants.view');
  const run = await consoleDb().provisioningRun.findFirst({
    where: { targetTenantId: tenantId },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  if (!run) return null;
  return {
    status: run.status as ProvisioningRecord['status'],
    requestedBy: run.requestedBy,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    error: run.error,
    steps: run.steps.map(({ name, status, attempts, durationMs, error }) => {
      return { name, status: status as ProvisioningRecord['steps'][number]['status'], attempts, ms: durationMs, error };
    }),
  };
}
