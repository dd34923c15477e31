import { spawn } from 'node:child_process';
import { WrongUse, type Command } from '../command';
import { table } from '../table';

const seeds = {
  none: 'flags, plans and the first super-admin',
  demo: 'the same, and the tenants acme, globex and initech with 90 days of use',
} as const;

/** Runs the first run's own program, so that there is one way to fill a database. What is there already is kept. */
export const seed: Command = {
  usage: 'NAME|list',
  summary: 'fill the database; `list` names what there is',
  positionals: 1,
  async run(_ctx, { args }) {
    const name = args[0] ?? '';
    if (name === 'list') return { json: { seeds: Object.keys(seeds) }, text: table(Object.entries(seeds)) };
    if (!(name in seeds)) throw new WrongUse(`There is no seed "${name}".`);
    const code = await runSeed(name);
    if (code !== 0)
      return {
        json: { error: { code: 'internal', message: 'The seed failed.' } },
        text: 'The seed failed.',
        refused: true,
      };
    return { json: { seed: name }, text: `${name} is in place.` };
  },
};

function runSeed(name: string): Promise<number> {
  // Its words go to stderr: stdout is this command's.
  const child = spawn(process.execPath, [...process.execArgv, 'prisma/seed/main.ts'], {
    env: { ...process.env, PORTICO_SEED: name },
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
