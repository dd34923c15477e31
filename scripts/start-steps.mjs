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

/** Checks the variables and migrates. @returns {Promise<boolean>} whether the database still has to be seeded */
export function prepareDatabase(env) {
  return step('checked the variables and the database', async () => {
    const { code, output, message } = await runPrepare(env, []);
    if (code !== 0 || !message) throw new Refusal(output.trim() || 'The database could not be prepared.');
    for (const name of message.applied) console.log(`  applied migration ${name}`);
    return message.needsSeed;
  });
}

/** Names each bad variable. */
export async function checkVariables(env) {
  const { code, output } = await runPrepare(env, ['--check-only']);
  if (code !== 0) throw new Refusal(output.trim());
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

function runPrepare(env, args) {
  const execArgv = typescriptEntry('').slice(0, -1);
  const child = tied(fork('scripts/prepare.ts', args, { cwd: root, env, execArgv, silent: true }));
  let output = '';
  let message;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  child.on('message', (received) => (message = received));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, message }));
  });
}
