/** The variables a process of Portico runs with; with no DATABASE_URL they come from the embedded state in `.data`. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, Refusal } from './project.mjs';

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns the complete environment, and the embedded server if one is used
 */
export async function prepareEnvironment({ log } = {}) {
  const folder = dataFolder();
  const base = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORTICO_DATA_DIR: folder };
  if (base.DATABASE_URL) return { env: base, database: undefined };
  makeDataFolder(folder);
  const secrets = readOrCreateSecrets(path.join(folder, 'secrets.json'));
  const { startEmbeddedPostgres } = await import('./embedded-postgres.mjs');
  const database = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), log });
  const env = {
    ...base,
    DATABASE_URL: database.url,
    MASTER_KEY: base.MASTER_KEY || secrets.masterKey,
    AUTH_SECRET: base.AUTH_SECRET || secrets.authSecret,
    PORTICO_SEED: base.PORTICO_SEED || 'demo',
    LOG_LEVEL: base.LOG_LEVEL || 'warn',
  };
  delete env.DATABASE_DIRECT_URL;
  return { env, database };
}

/** Only its owner may look inside; as root the database's user has to pass through, and still can't list it. */
export function makeDataFolder(folder) {
  const passage = process.getuid?.() === 0 ? 0o711 : 0o700;
  fs.mkdirSync(folder, { recursive: true, mode: passage });
  for (const name of ['files', 'outbox']) fs.mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
}

/** Written whole or not at all, and never over existing ones: without the master key the data can't be read. */
function readOrCreateSecrets(file) {
  if (!fs.existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    const secrets = { masterKey: randomBytes(32).toString('hex'), authSecret: randomBytes(32).toString('hex') };
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  const { masterKey, authSecret } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (!masterKey || !authSecret) throw new Refusal(`${file} lacks a secret; restore it from a copy.`);
  return { masterKey, authSecret };
}
