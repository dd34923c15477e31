/** Facts about this checkout and the one way to run a program of it. Node built-ins only: nothing may be installed yet. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A failure that is explained by its message alone: one sentence for the person who started the program. */
export class Refusal extends Error {}

export function dataFolder(environment = process.env) {
  return path.resolve(root, environment.PORTICO_DATA_DIR || '.data');
}

export function buildFolder(environment = process.env) {
  return path.join(root, environment.NEXT_DIST_DIR || '.next');
}

/** Arguments for Node to run a TypeScript entry as server code. */
export function typescriptEntry(file, ...args) {
  return ['--conditions=react-server', '--import', 'tsx', file, ...args];
}

/** The command-line program of an installed package. */
export function packageProgram(file) {
  return path.join(root, 'node_modules', file);
}

/** What runs now; none of it outlives this process. */
const programs = new Set();
process.once('exit', () => programs.forEach((child) => child.kill()));

/** Ties a child process to the life of this one. */
export function tied(child) {
  programs.add(child);
  return child.once('exit', () => programs.delete(child));
}

/** Runs a program to its end. @returns {Promise<{ code: number, output: string, stdout: string }>} `output` has both streams */
export function runToEnd(command, args, { env = process.env, quiet = true, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = tied(spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' }));
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/** Runs one step of a start with a line that says what it was and how long it took; a long one is announced too. */
export async function step(name, work, announcement) {
  if (announcement) console.log(`  ${announcement} …`);
  const startedAt = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(44)}${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`);
  return result;
}

/** Last resort of a script: a refusal as its sentence, anything else with its origin; exit code 1. */
export function fail(error) {
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
  process.exit(1);
}
