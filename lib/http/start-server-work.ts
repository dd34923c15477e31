import 'server-only';
import { flushUsage } from '@/lib/core/usage/meter';
import { startMeteringRequests } from '@/lib/core/usage/meter-requests';
import { startChangeBus } from '@/lib/platform/change-bus';
import { logger } from '@/lib/platform/logger';
import { observed } from '@/lib/platform/metrics';
import { consoleHost } from '@/lib/platform/origins';
import { onShutdown } from '@/lib/platform/shutdown';
import { resolveHost } from '@/lib/tenancy/host-directory';
import { tenantDb, tenantPoolStats } from '@/lib/tenancy/tenant-client';
import { dropStaleSites } from './drop-stale-sites';
import { markLocalCallers } from './local-callers';
import { refuseTrace } from './refuse-trace';
import { believeTrustedPeers } from './trusted-peers';
import { serveWarmSites } from './warm-sites';

/** What a web server process does besides answering: listen for changes, count its traffic, open its first connections. */
export function startServerWork(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  startChangeBus();
  dropStaleSites();
  serveWarmSites();
  // In this order: whom a proxy passes on is no local caller, also where nobody trusts that proxy.
  markLocalCallers();
  believeTrustedPeers();
  refuseTrace();
  startMeteringRequests();
  observeProcess();
  onShutdown('usage', flushUsage);
  void warmUp();
}

function observeProcess(): void {
  observed('portico_database_connections', 'Connections of the tenant pool by state.', 'gauge', () => {
    const { total, idle, waiting } = tenantPoolStats();
    return [
      { value: total - idle, labels: { state: 'busy' } },
      { value: idle, labels: { state: 'idle' } },
      { value: waiting, labels: { state: 'waiting' } },
    ];
  });
  observed('process_resident_memory_bytes', 'Resident memory.', 'gauge', () => [{ value: process.memoryUsage.rss() }]);
  observed('process_cpu_seconds_total', 'User and system time.', 'total', () => {
    const { user, system } = process.cpuUsage();
    return [{ value: (user + system) / 1_000_000 }];
  });
  const startedAt = Math.round(Date.now() / 1_000 - process.uptime());
  observed('process_start_time_seconds', 'Start of the process, in Unix time.', 'gauge', () => [{ value: startedAt }]);
}

/** Opens connections and loads the query compiler, so that the first visitor need not wait. Nobody's rows are read: the tenant is nobody. */
async function warmUp(): Promise<void> {
  const nobody = tenantDb({ tenantId: '00000000-0000-0000-0000-000000000000', placement: 'shared' });
  try {
    await Promise.all([
      resolveHost(consoleHost()),
      ...[1, 2, 3, 4].map(() => nobody.member.findFirst({ select: { id: true } })),
    ]);
  } catch (error) {
    logger.warn({ err: error }, 'the database could not be reached at start');
  }
}
