/** Steps of a start that need nothing of its state. */
import { fork } from 'node:child_process';
import { Refusal, root, runToEnd, step, tied, typescriptEntry } from './project.mjs';

const OLDEST_NODE = [20, 19];

/** @param {string} [version] */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refusal(`Portico needs Node ${OLDEST_NODE.join('.')} or later; this is ${version}.`);
}

/**
 * Loads the code that checks the variables and migrates, which takes as long as starting the database: the two overlap.
 * @returns {(env: NodeJS.ProcessEnv, options?: { checkOnly?: boolean }) => Promise<{ needsSeed: boolean }>} does it
 */
export function openPreparation() {
  const execArgv = typescriptEntry('').slice(0, -1);
  const child = tied(fork('scripts/prepare.ts', [], { cwd: root, execArgv, silent: true }));
  let output = '';
  let result;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  child.on('message', (message) => (result = message));
  const ended = new Promise((resolve) => child.once('error', resolve).once('close', resolve));
  return async (env, { checkOnly = false } = {}) => {
    child.send({ env, checkOnly }, () => {});
    await ended;
    if (!result) throw new Refusal(output.trim() || 'The database could not be prepared.');
    for (const name of result.applied) console.log(`  applied migration ${name}`);
    for (const remark of result.remarks) console.log(`  ${remark}`);
    return result;
  };
}

export async function seed(env) {
  await step(
    env.PORTICO_SEED === 'demo' ? 'made the demo tenants' : 'made the first super-admin',
    async () => {
      const { code, output } = await runToEnd(process.execPath, typescriptEntry('prisma/seed/main.ts'), { env });
      if (code !== 0) throw new Refusal(`The first data could not be made.\n${output.trim()}`);
    },
    'making the first data',
  );
}
