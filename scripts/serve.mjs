/** `npm run serve`: the web server alone, for deployments. Installs, builds and migrates nothing. */
import fs from 'node:fs';
import path from 'node:path';
import { prepareEnvironment } from './environment.mjs';
import { buildFolder, fail, Refusal } from './project.mjs';
import { onStopSignal } from './signals.mjs';
import { openPreparation } from './start-steps.mjs';
import { refuseTakenPort } from './start-lock.mjs';
import { supervise } from './supervise.mjs';

process.env.NODE_ENV = 'production';

try {
  if (!fs.existsSync(path.join(buildFolder(), 'BUILD_ID'))) {
    throw new Refusal('Nothing is built here yet: `npm start` does it, or `npx next build`.');
  }
  await refuseTakenPort(process.env.PORT);
  const { env } = await prepareEnvironment();
  await openPreparation()(env, { checkOnly: true });
  const processes = supervise(env, {}, (sentence) => fail(new Refusal(sentence)));
  onStopSignal((signal) => void processes.stop(signal).then(() => process.exit(0)));
  processes.startWeb();
} catch (error) {
  fail(error);
}
