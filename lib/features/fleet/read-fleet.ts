import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { consoleDb } from '@/lib/tenancy/console-client';
import { placeStates, type FleetPage, type FleetQuery, type PlaceRow, type PlaceState } from './schema';
import { countPlaces, findMainVersion, findPlaces, isMigrationQueued } from './store';

const pageSize = 50;

/** Who is at which version: one page of the places, what needs attention first. @throws AppError forbidden */
export async function readFleet(ctx: ConsoleContext, { q, state, page }: FleetQuery): Promise<FleetPage> {
  requireConsolePermission(ctx, 'fleet.view');
  const filter = { q, states: state ? [state] : placeStates };
  const [data, counts, matching, mainVersion, running, workerAlive] = await Promise.all([
    findPlaces(filter, pageSize, (page - 1) * pageSize),
    countPlaces({ q: '', states: placeStates }),
    countPlaces(filter),
    findMainVersion(),
    isMigrationQueued(),
    isWorkerAlive(consoleDb()),
  ]);
  return {
    data,
    counts,
    page,
    pages: Math.max(1, Math.ceil(sum(matching) / pageSize)),
    mainVersion,
    running,
    workerAlive,
  };
}

export interface FleetStatus {
  places: number;
  upToDate: number;
  behind: number;
  failed: number;
  notUpToDate: PlaceRow[];
}

/** The same as a summary, with every place that is not up to date. @throws AppError forbidden */
export async function fleetStatus(ctx: ConsoleContext): Promise<FleetStatus> {
  requireConsolePermission(ctx, 'fleet.view');
  const [counts, notUpToDate] = await Promise.all([
    countPlaces({ q: '', states: placeStates }),
    findPlaces({ q: '', states: ['failed', 'behind'] }, 100_000, 0),
  ]);
  return {
    places: sum(counts),
    upToDate: counts.current,
    behind: counts.behind,
    failed: counts.failed,
    notUpToDate,
  };
}

function sum(counts: Record<PlaceState, number>): number {
  return placeStates.reduce((total, state) => total + counts[state], 0);
}
