/** A real PgBouncer in transaction mode in front of a test database; installed from the system's packages where that is allowed. */
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '@/scripts/embedded-postgres.mjs';

const program = '/usr/sbin/pgbouncer';

/** @param targetUrl as which role and where PgBouncer signs in, whatever the database is called @returns the address of the pooler and how to stop it */
export async function startPgBouncer(
  targetUrl: string,
  poolSize: number,
): Promise<{ url: string; stop(): Promise<void> }> {
  ensureInstalled();
  const target = new URL(targetUrl);
  const port = await freePort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-pgbouncer-'));
  fs.chmodSync(folder, 0o755);
  const file = path.join(folder, 'pgbouncer.ini');
  const database = target.pathname.slice(1);
  fs.writeFileSync(
    file,
    `[databases]
* = host=${target.hostname} port=${target.port} user=${target.username} password=${target.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 500
ignore_startup_parameters = extra_float_digits
`,
  );
  // It refuses to run as root.
  const asUser = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, [...asUser, file], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `postgresql://${target.username}@127.0.0.1:${port}/${database}`;
  await untilServing(url);
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ensureInstalled(): void {
  if (fs.existsSync(program)) return;
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get'))
    throw new Error('This test needs PgBouncer (Debian: apt-get install pgbouncer).');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'pgbouncer'], { env, stdio: 'ignore' });
}

async function untilServing(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
