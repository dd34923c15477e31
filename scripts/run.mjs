/**
 * Runs a TypeScript entry as server code, installed and configured: `node scripts/run.mjs ENTRY [ARGUMENTS…]`.
 * Signals, exit code and standard streams are the entry's own.
 */
import { spawn } from 'node:child_process';
import { ensureGenerated, ensureInstalled } from './install.mjs';
import { dataFolder, fail, root, typescriptEntry } from './project.mjs';
import { onStopSignal } from './signals.mjs';
import { isLocked } from './start-lock.mjs';

const [entry, ...args] = process.argv.slice(2);

try {
  if (!entry) throw new Error('usage: node scripts/run.mjs ENTRY [ARGUMENTS…]');
  // Standard output belongs to the entry; a program may be reading JSON from it.
  console.log = console.error;
  await ensureInstalled();
  await ensureGenerated();
  const { prepareEnvironment } = await import('./environment.mjs');
  const { env, database } = await prepareEnvironment();
  const code = await runEntry(env);
  // A server that was running already, or that a start has found meanwhile, has other users.
  if (database && !database.attached && !isLocked(dataFolder())) await database.stop();
  process.exitCode = code;
} catch (error) {
  fail(error);
}

function runEntry(env) {
  const child = spawn(process.execPath, typescriptEntry(entry, ...args), { cwd: root, env, stdio: 'inherit' });
  onStopSignal((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
