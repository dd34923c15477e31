import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { notFound } from '@/lib/platform/errors';
import { hostOrigin, portalHost, siteHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { invitationUrl } from './invitation';
import { loadRun, toActiveRun, type StoredRun } from './run-record';
import type { Run } from './schema';

/** How far a run is, and what it made. @throws AppError forbidden, not_found */
export async function readRun(ctx: ConsoleContext, runId: string): Promise<Run> {
  requireConsolePermission(ctx, 'tenants.create');
  const stored = await loadRun(runId);
  if (!stored) throw notFound();
  return { ...toView(stored), waitsForWorker: await waitsForWorker(stored) };
}

/** Asked only of runs that have waited longer than a worker needs to begin. */
async function waitsForWorker({ status, createdAt }: StoredRun): Promise<boolean> {
  const waits = status === 'queued' && Date.now() - createdAt.getTime() > 3_000;
  return waits && !(await isWorkerAlive(consoleDb()));
}

function toView(stored: StoredRun): Omit<Run, 'waitsForWorker'> {
  const { tenantId, slug, input } = toActiveRun(stored);
  const { organisation, plan, admin } = input.tenant;
  const completed = stored.status === 'completed';
  return {
    id: stored.id,
    status: stored.status as Run['status'],
    refusal: stored.error as Run['refusal'],
    tenant: {
      id: tenantId,
      slug,
      name: organisation.name,
      status: completed ? 'active' : 'provisioning',
      placement: plan.placement,
    },
    steps: stored.steps.map(
      ({ name, status, durationMs }) => ({ name, status, ms: durationMs }) as Run['steps'][number],
    ),
    adminEmail: admin.email,
    portalUrl: hostOrigin(portalHost(slug)),
    siteUrl: hostOrigin(siteHost(slug)),
    invitationUrl: completed ? invitationUrl(tenantId, slug) : null,
  };
}
