/** The processes of a running Portico: started, kept alive where that helps, and stopped together. */
import { spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageProgram, Refusal, root, typescriptEntry } from './project.mjs';

const GRACE_MS = 10_000;
const READY_MS = 90_000;
/** Next's own greeting would stand beside ours and names addresses that no host of Portico has. */
const GREETING = /^\s*(▲|✓|- (Local|Network|Environments?|Experiments)\b|$)/;

/** @param {(sentence: string) => void} onDeath called when a process ends that can't be replaced */
export function supervise(env, { development = false } = {}, onDeath = () => {}) {
  const children = new Map();
  let stopping = false;

  function start(name, args, whenGone) {
    const guard = path.join(root, 'scripts/die-with-parent.mjs');
    const child = spawn(process.execPath, ['--import', guard, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    forwardLines(child.stdout);
    children.set(name, child);
    child.once('exit', (code, signal) => {
      children.delete(name);
      if (!stopping) whenGone(signal ?? `code ${code}`);
    });
  }

  function startWorker(failures = 0) {
    const startedAt = Date.now();
    start('worker', typescriptEntry('lib/worker/main.ts'), async (how) => {
      // One that keeps failing at once is not worth a busy loop.
      const soon = Date.now() - startedAt < 5_000;
      console.error(`The worker stopped (${how}); starting it again.`);
      await pause(soon ? Math.min(1_000 * 2 ** failures, 30_000) : 0);
      if (!stopping) startWorker(soon ? failures + 1 : 0);
    });
  }

  return {
    startWorker,
    startWeb() {
      const args = [development ? 'dev' : 'start', '-H', '0.0.0.0', '-p', String(env.PORT || 3000)];
      start('web', [packageProgram('next/dist/bin/next'), ...args], (how) =>
        onDeath(`The web server stopped (${how}).`),
      );
    },
    /** Asks everyone to finish (with no signal to those whom the terminal has told already), then insists. */
    async stop(signal) {
      stopping = true;
      if (signal) for (const child of children.values()) child.kill('SIGTERM');
      const giveUpAt = Date.now() + GRACE_MS;
      while (children.size && Date.now() < giveUpAt) await pause(20);
      for (const child of children.values()) child.kill('SIGKILL');
    },
  };
}

/** Resolves when /readyz answers 200. */
export async function untilReady(port, patienceMs = READY_MS) {
  const giveUpAt = Date.now() + patienceMs;
  let last = 'no answer';
  while (Date.now() < giveUpAt) {
    const status = await statusOf(port);
    if (status === 200) return;
    if (status) last = `status ${status}`;
    await pause(50);
  }
  throw new Refusal(`The web server did not become ready within ${patienceMs / 1000} seconds (${last}).`);
}

function statusOf(port) {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/readyz', timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(undefined));
  });
}

function forwardLines(stream) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!GREETING.test(line)) process.stdout.write(`${line}\n`);
  });
}
