/** What `npm start` says at the end: where everything is, and once who may sign in. */
import fs from 'node:fs';
import path from 'node:path';

export function welcome({ env, firstRun }) {
  const port = env.PORT || '3000';
  const domain = env.ROOT_DOMAIN || `localhost:${port}`;
  const scheme = domain.startsWith('localhost') ? 'http' : 'https';
  const rows = [
    ['Console', `${scheme}://console.${domain}`],
    ['Find your portal', `${scheme}://${domain}`],
  ];
  const record = readFirstRun(env.PORTICO_DATA_DIR);
  for (const { slug, portalUrl, siteUrl } of record?.tenants ?? []) {
    rows.push([`Portal of ${slug}`, portalUrl]);
    if (siteUrl) rows.push([`Site of ${slug}`, siteUrl]);
  }
  const file = path.relative(process.cwd(), path.join(env.PORTICO_DATA_DIR, 'first-run.json'));
  if (record) rows.push(['First credentials', file]);
  print('Portico is running', rows);
  if (!firstRun || !record) return console.log('');
  const admins = record.tenants.map(({ slug, admin }) => [`Admin of ${slug}`, admin.email, admin.password]);
  const { email, password } = record.superAdmin;
  print('Sign in with (shown once)', [['Console', email, password], ...admins]);
  console.log('');
}

function print(title, rows) {
  const width = (column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 3;
  const widths = [width(0), width(1)];
  console.log(`\n  ${title}\n`);
  for (const row of rows) console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}`.trimEnd());
}

function readFirstRun(folder) {
  const file = path.join(folder, 'first-run.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
