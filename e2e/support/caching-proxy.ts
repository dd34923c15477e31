import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { port as upstream } from './first-run';
import { freePort } from './free-port';
import { request } from './http';
import { systemProgram } from './system-program';

export interface CachingProxy {
  port: string;
  stop: () => Promise<void>;
}

/** A real nginx in front of the server under test, as somebody would run one: kept answers are told apart by host and address. */
export async function startCachingProxy(): Promise<CachingProxy | null> {
  const program = systemProgram('nginx', 'nginx-light');
  if (!program) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-nginx-'));
  const port = await freePort();
  fs.writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', path.join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answering(port, child, folder);
  return {
    port,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Nothing of it leaves the folder, and it stays our child: no service, no daemon. How long to keep is left to our headers. */
function configuration(folder: string, port: string): string {
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  ${own.join('\n  ')}
  proxy_cache_path ${folder}/cache levels=1:2 keys_zone=pages:8m max_size=200m;
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 4m;
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_cache pages;
      proxy_cache_key "$scheme$host$request_uri";
      add_header X-Cache-Status $upstream_cache_status always;
    }
  }
}
`;
}

async function answering(port: string, child: ChildProcess, folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    const answer = await request('/healthz', { host: 'localhost', port }).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${fs.readFileSync(path.join(folder, 'error.log'), 'utf8')}`);
}
