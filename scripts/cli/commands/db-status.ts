import { fleetStatus, type FleetStatus } from '@/lib/features/fleet/read-fleet';
import { env } from '@/lib/platform/env';
import { migrationStatus } from '@/lib/platform/migrations';
import type { Command } from '../command';

const none: FleetStatus = { places: 0, upToDate: 0, behind: 0, failed: 0, notUpToDate: [] };

export const databaseStatus: Command = {
  usage: '',
  summary:
    "migrations that are applied, pending or unknown to this code; tenants' schemas and databases that are behind",
  async run(ctx) {
    const status = await migrationStatus(env().databaseDirectUrl);
    const { applied, pending, unknown, changed, version } = status;
    const fleet = applied.some((name) => name.endsWith('_placements')) ? await fleetStatus(ctx) : none;
    const counts = `${applied.length} applied, ${pending.length} pending, ${unknown.length} unknown, ${changed.length} changed`;
    const lines = [`at ${version ?? 'nothing'}: ${counts}`, ...describe(fleet)];
    return { json: { ...status, version: version ?? null, fleet }, text: lines.join('\n') };
  },
};

/** Nothing to say where every tenant shares the main database. */
function describe({ places, upToDate, behind, failed, notUpToDate }: FleetStatus): string[] {
  if (places === 0) return [];
  return [
    `${places} tenants in a place of their own: ${upToDate} up to date, ${behind} behind, ${failed} failed`,
    ...notUpToDate.map(
      ({ slug, placement, version, failure }) =>
        `  ${slug} (${placement}) at ${version ?? 'nothing'}${failure === null ? '' : `: ${failure}`}`,
    ),
  ];
}
