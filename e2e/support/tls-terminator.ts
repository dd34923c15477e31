import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { freePort } from './free-port';
import { systemProgram } from './system-program';

export interface TlsTerminator {
  port: number;
  /** Where it listens in the clear. */
  clearPort: number;
  stop: () => Promise<void>;
}

/** A real Caddy with the file that we ship, in front of the server on `upstream`; its own authority signs instead of a public one. */
export async function startTlsTerminator(upstream: string, port: string): Promise<TlsTerminator | null> {
  const program = systemProgram('caddy', 'caddy');
  if (!program) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-caddy-'));
  const file = path.join(folder, 'Caddyfile');
  const clearPort = await freePort();
  fs.writeFileSync(file, configuration({ upstream, port, clearPort }, folder));
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  const child = spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', log, log],
  });
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if (await isListening(Number(port))) return { port: Number(port), clearPort: Number(clearPort), stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Caddy did not start: ${fs.readFileSync(path.join(folder, 'log'), 'utf8')}`);
}

/** The names that the certificate for this host is good for, or null where there is no certificate and no connection. */
export function certificateFor(host: string, { port }: TlsTerminator): Promise<string | null> {
  return new Promise((resolve) => {
    // Whom it is signed by does not matter here: that there is one does.
    const socket = tls.connect({ host: '127.0.0.1', port, servername: host, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().subjectaltname ?? '');
      socket.destroy();
    });
    socket.once('error', () => resolve(null));
  });
}

function configuration(ports: { upstream: string; port: string; clearPort: string }, folder: string): string {
  const { upstream, port, clearPort } = ports;
  const shipped = fs.readFileSync('deploy/Caddyfile', 'utf8').replaceAll('127.0.0.1:3000', `127.0.0.1:${upstream}`);
  const ours = `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n\thttp_port ${clearPort}\n\thttps_port ${port}\n\tstorage file_system ${folder}/storage\n`;
  return shipped.replace(/^\{\n/m, ours).replace('\ttls {', '\ttls internal {');
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = tls.connect({ host: '127.0.0.1', port, servername: 'nobody.invalid', rejectUnauthorized: false });
    // Refused by the terminator means that there is one.
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED'));
    socket.once('secureConnect', () => (socket.destroy(), resolve(true)));
  });
}
