import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An S3-compatible server of its own, as a process that can be killed. It knows one access key; secrets it takes on trust. */
export interface BucketServer {
  /** STORAGE_URL of a bucket on it. */
  url: string;
  origin: string;
  kill(): Promise<void>;
  /** Kills it, and begins again on the same port with what it had. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startBucketServer(): Promise<BucketServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bucket-'));
  const port = await freePort();
  let child = await start(folder, port);
  const kill = () => killed(child);
  return {
    url: `s3://S3RVER:S3RVER@uploads/portico?endpoint=http://127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await start(folder, port);
    },
    async close() {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

async function start(folder: string, port: number): Promise<ChildProcess> {
  const program = path.join(
    path.dirname(createRequire(import.meta.url).resolve('s3rver/package.json')),
    'bin/s3rver.js',
  );
  const words = ['-d', folder, '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', 'uploads'];
  const child = spawn(process.execPath, ['--no-deprecation', program, ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Its first words are that it listens.
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The bucket server did not start.'))),
  ]);
  child.stdout.resume();
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}
