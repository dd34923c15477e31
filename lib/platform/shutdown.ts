import { logger } from './logger';

/** Work that must be done before this process ends, such as writing what is held in memory. Waited for up to 5 s. */
export function onShutdown(name: string, finish: () => Promise<void>): void {
  shared.finishers.set(name, finish);
  if (shared.listening) return;
  shared.listening = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, holdExit);
}

const patienceMs = 5_000;

// One list per process, also where Next loads this module twice.
const registry = globalThis as unknown as {
  porticoShutdown?: { finishers: Map<string, () => Promise<void>>; listening: boolean };
};
const shared = (registry.porticoShutdown ??= { finishers: new Map(), listening: false });

/**
 * Next closes its server at the signal, answers what is under way and then calls process.exit, with no way to ask for a moment more.
 * So from the signal on, exit waits: by then every request has been answered, and nothing new comes in.
 */
function holdExit(): void {
  const exit = process.exit.bind(process);
  let finishing: Promise<void> | undefined;
  process.exit = ((code?: number) => {
    finishing ??= finishAll().finally(() => exit(code));
  }) as typeof process.exit;
}

async function finishAll(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
  const work = [...shared.finishers].map(async ([name, finish]) => {
    try {
      await finish();
    } catch (error) {
      logger.error({ err: error, work: name }, 'not finished at shutdown');
    }
  });
  await Promise.race([Promise.all(work), patience]);
}
