import { parseArgs } from 'node:util';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeHostDirectory } from '@/lib/tenancy/host-directory';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { startBenchDatabase } from './database';
import { printRows, writeRows, type Row } from './report';
import { benchHostResolve } from './rows/host-resolve';
import { benchJsSize } from './rows/js-size';
import { benchMigrateFleet } from './rows/migrate-fleet';
import { benchPages } from './rows/pages';
import { benchProvision } from './rows/provision';
import { benchScope } from './rows/scope';
import { benchStart } from './rows/start';
import { benchTenantsGrowth } from './rows/tenants-growth';

/** `npm run bench -- [--only name,name] [--quick]`: measures against a database of its own and prints a table. */
const names = [
  'scope-read',
  'scope-write',
  'scope-raw',
  'host-resolve',
  'provision',
  'tenants-growth',
  'migrate-fleet',
  'portal-page',
  'site-page',
  'js-size',
  'start',
] as const;

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
const only = values.only?.split(',') ?? [...names];
const unknown = only.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`No such measurement: ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  process.exit(2);
}
const wanted = (name: string): boolean => only.includes(name);
const rows: Row[] = [];

async function measure(title: string, work: () => Promise<Row[]>): Promise<void> {
  const start = performance.now();
  console.error(`measuring ${title} …`);
  rows.push(...(await work()));
  console.error(`measured ${title} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

const database = await startBenchDatabase();
try {
  if (only.some((name) => name.startsWith('scope-')))
    await measure('scope', () => benchScope(database, values.quick, wanted));
  if (wanted('host-resolve')) await measure('host-resolve', () => benchHostResolve(database, values.quick));
  if (wanted('provision')) await measure('provision', () => benchProvision(values.quick));
  if (wanted('tenants-growth')) await measure('tenants-growth', () => benchTenantsGrowth(database, values.quick));
  if (wanted('portal-page') || wanted('site-page'))
    await measure('pages', () => benchPages(database, values.quick, wanted));
  if (wanted('js-size')) await measure('js-size', () => benchJsSize(database));
  // After all others: its migration is none that this code knows.
  if (wanted('migrate-fleet')) await measure('migrate-fleet', () => benchMigrateFleet(database, values.quick));
  if (wanted('start')) await measure('start', () => benchStart());
} finally {
  await Promise.allSettled([closeTenantClients(), closeConsoleClient(), closeHostDirectory()]);
  await database.stop();
}
printRows(rows);
writeRows(rows);
process.exit(0);
