import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const module = path.join(import.meta.dirname, 'shutdown.ts');

it(
  'finishes the work before a process that was told to stop may exit, and keeps its exit code',
  { timeout: 60_000 },
  async () => {
    const { output, code } = await runUntilStopped(`
    import { onShutdown } from ${JSON.stringify(module)};
    onShutdown('slow', () => new Promise((resolve) => setTimeout(() => { console.log('finished'); resolve(); }, 300)));
    onShutdown('broken', () => Promise.reject(new Error('no')));
    // As Next does: it closes its server and exits at once.
    process.on('SIGTERM', () => { console.log('exiting'); process.exit(143); });
  `);
    expect(output).toContain('exiting\nfinished\n');
    expect(code).toBe(143);
  },
);

it('does not hold a process for ever', { timeout: 60_000 }, async () => {
  const { code } = await runUntilStopped(`
    import { onShutdown } from ${JSON.stringify(module)};
    onShutdown('endless', () => new Promise(() => {}));
    process.on('SIGTERM', () => process.exit(143));
  `);
  expect(code).toBe(143);
});

async function runUntilStopped(script: string): Promise<{ output: string; code: number | null }> {
  const text = `${script}; setInterval(() => {}, 1_000); console.log('ready');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text], {
    env: { ...process.env, LOG_LEVEL: 'silent' },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (chunk.includes('ready')) child.kill('SIGTERM');
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { output, code };
}
