/** Entries of ours as processes of their own, for tests that kill them. */
import { spawn, type ChildProcess } from 'node:child_process';

/** Runs a TypeScript entry as server code, with this process's variables. */
export function startEntry(entry: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', entry, ...args], {
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

export function exitOf(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

export async function until(holds: () => Promise<boolean>, patienceMs = 60_000): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`did not hold within ${patienceMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
