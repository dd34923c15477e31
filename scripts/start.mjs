/**
 * `npm start`: from a fresh clone to a running Portico, and every time after that in a few seconds. Each part is skipped
 * when its result is there. Only Node's own modules may be imported before the packages are installed.
 */
import { ensureBuilt } from './build.mjs';
import { makeDataFolder, prepareEnvironment } from './environment.mjs';
import { ensureGenerated, ensureInstalled } from './install.mjs';
import { openPreparation, refuseOldNode, seed } from './start-steps.mjs';
import { dataFolder, Refusal, step } from './project.mjs';
import { onStopSignal } from './signals.mjs';
import { refuseTakenPort, takeLock } from './start-lock.mjs';
import { supervise, untilReady } from './supervise.mjs';
import { welcome } from './welcome.mjs';

const development = process.argv.includes('--dev');
const running = { environment: undefined, processes: undefined, lock: undefined, watch: undefined };
let stopping = false;

process.env.NODE_ENV = development ? 'development' : 'production';
onStopSignal((signal) => void shutDown(0, signal));
start().catch(async (error) => {
  if (stopping) return;
  console.error(error instanceof Refusal ? `\n${error.message}` : error);
  await shutDown(1, 'SIGTERM');
});

async function start() {
  refuseOldNode();
  const folder = dataFolder();
  makeDataFolder(folder);
  running.lock = takeLock(folder);
  await refuseTakenPort(process.env.PORT);
  await ensureInstalled();
  const generated = ensureGenerated();
  // The build and the database don't need each other.
  const [{ env, firstRun }] = await Promise.all([
    startDatabase(generated),
    generated.then(() => !development && ensureBuilt()),
  ]);
  running.processes = supervise(env, { development }, dieWith);
  running.processes.startWeb();
  running.processes.startWorker();
  await step('started', () => untilReady(env.PORT || 3000));
  welcome({ env, firstRun });
}

async function startDatabase(generated) {
  const prepare = openPreparation();
  const { env, database } = await step(process.env.DATABASE_URL ? 'read the variables' : 'started PostgreSQL', () => {
    running.environment = prepareEnvironment({ log: (line) => console.log(`  ${line}`) });
    return running.environment;
  });
  if (database) running.watch = setInterval(() => void revive(database), 1_000);
  const { needsSeed } = await step('checked the variables and the database', () => prepare(env));
  await generated;
  if (needsSeed) await seed(env);
  return { env, firstRun: needsSeed };
}

/** A killed database server comes back on its port; the pools of web and worker reconnect by themselves. */
async function revive(database) {
  if (stopping) return;
  const revived = await database.revive().catch((error) => console.error(error.message));
  if (revived) console.error('PostgreSQL had stopped; it was started again.');
}

function dieWith(sentence) {
  console.error(`\n${sentence}`);
  void shutDown(1, 'SIGTERM');
}

async function shutDown(code, signal) {
  if (stopping) process.exit(code || 1);
  stopping = true;
  clearInterval(running.watch);
  await running.processes?.stop(signal);
  const { database } = (await running.environment?.catch(() => undefined)) ?? {};
  await database?.stop().catch((error) => console.error(error.message));
  running.lock?.release();
  process.exit(code);
}
