/** A whole Portico for the browser tests: what `npm start` makes, on a free port, with data of its own. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from './embedded-postgres.mjs';
import { removeCluster } from './embedded-postgres-files.mjs';
import { root, tied } from './project.mjs';
import { untilReady } from './supervise.mjs';

const PATIENCE_MS = 300_000;
/** A person's own settings must not lead the tests to a real database or mail server. */
const NOT_INHERITED =
  /^(DATABASE_|REDIS_URL|SMTP_URL|MAIL_FROM|STORAGE_URL|ROOT_DOMAIN|SITES_DOMAIN|TENANT_MODE|TRUSTED_PROXIES|DNS_SERVERS|DOMAIN_|AUTH_SECRET|MASTER_KEY|PORTICO_SUPERADMIN)/;

/** @param {string} reports folder that keeps the server's log */
export async function startTestServer(reports) {
  const port = String(await freePort());
  const folder = path.join(reports, `e2e-${process.pid}`);
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
  const own = { PORT: port, PORTICO_DATA_DIR: folder, PORTICO_SEED: 'demo' };
  const env = { ...Object.fromEntries(inherited), ...own };
  const logFile = path.join(reports, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const child = tied(spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', log, log] }));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    removeCluster(path.join(folder, 'postgres'));
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const died = gone.then(() => Promise.reject(new Error(`The server ended:\n${fs.readFileSync(logFile, 'utf8')}`)));
  died.catch(() => undefined);
  await Promise.race([died, untilReady(port, PATIENCE_MS)]).catch(async (error) => {
    await stop();
    throw error;
  });

  return { env, stop };
}
