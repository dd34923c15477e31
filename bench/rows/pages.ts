import type { BenchDatabase } from '../database';
import { unpackBareApplication } from '../bare-application';
import { load } from '../load';
import { makePortal } from '../portal';
import type { Row } from '../report';
import { median } from '../rounds';
import { buildOnce, startServer, type Server } from '../servers';

type Target = { path: string; headers: Record<string, string> };

/** Requests a second and server CPU of our pages against bare ones, in turn, on warm servers. */
export async function benchPages(
  database: BenchDatabase,
  quick: boolean,
  wanted: (name: string) => boolean,
): Promise<Row[]> {
  const { tenantId, portal, siteHost } = await makePortal(database);
  buildOnce('.');
  const bareApplication = unpackBareApplication();
  buildOnce(bareApplication.folder);
  const ours = await startServer('.');
  const bare = await startServer(bareApplication.folder, {
    BARE_DATABASE_URL: database.adminUrl,
    BARE_TENANT_ID: tenantId,
  });
  const seconds = quick ? 2 : 5;
  const signedIn = { host: portal.host, cookie: portal.cookie };
  const rows: Row[] = [];
  try {
    if (wanted('portal-page')) {
      for (const path of ['/', '/members'])
        rows.push(
          ...(await compare('portal-page', { ours, bare, seconds, reach: 0.6 }, { path, headers: signedIn }, '/query')),
        );
    }
    if (wanted('site-page'))
      rows.push(
        ...(await compare(
          'site-page',
          { ours, bare, seconds, reach: 1.4 },
          { path: '/', headers: { host: siteHost } },
          '/',
        )),
      );
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    bareApplication.remove();
  }
  return rows;
}

async function compare(
  name: string,
  run: { ours: Server; bare: Server; seconds: number; reach: number },
  target: Target,
  barePath: string,
): Promise<Row[]> {
  const bareTarget = { path: barePath, headers: { host: 'localhost' } };
  await load(run.bare, bareTarget, run.seconds);
  await load(run.ours, target, run.seconds);
  const [mine, theirs, ratios, cpuMine, cpuBare, p99]: [number[], number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
    [],
  ];
  for (let round = 0; round < 7; round++) {
    const b = await load(run.bare, bareTarget, run.seconds);
    const a = await load(run.ours, target, run.seconds);
    mine.push(a.requestsPerSecond);
    theirs.push(b.requestsPerSecond);
    ratios.push(a.requestsPerSecond / b.requestsPerSecond);
    cpuMine.push(a.cpuMsPerRequest);
    cpuBare.push(b.cpuMsPerRequest);
    p99.push(a.p99);
  }
  const ratio = median(ratios);
  return [
    {
      name,
      variant: `${target.path} throughput`,
      unit: 'req/s',
      median: median(mine),
      p99: median(p99),
      baseline: median(theirs),
      ratio,
      reach: `≥ ${run.reach}`,
      held: ratio >= run.reach,
    },
    {
      name,
      variant: `${target.path} server CPU`,
      unit: 'ms/req',
      median: median(cpuMine),
      p99: null,
      baseline: median(cpuBare),
      ratio: median(cpuMine) / median(cpuBare),
      reach: '',
      held: null,
    },
  ];
}
