/** Fails when the migrations and prisma/schema describe different tables, columns or indexes. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@/lib/platform/migrations';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { packageProgram, runToEnd } from './project.mjs';

/** Keys and indexes that only SQL can express exist in the database alone; Prisma would drop them. */
const ONLY_IN_SQL = /^(DROP INDEX|ALTER TABLE \S+ DROP CONSTRAINT)\b/;
/** A time of the database's own clock is `dbgenerated` in the schema; Prisma takes it for another default than the same words. */
const SAME_DEFAULT = /^ALTER TABLE \S+ (ALTER COLUMN \S+ SET DEFAULT CURRENT_TIMESTAMP,?\s*)+$/;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-drift-'));
fs.chmodSync(folder, 0o711);
const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), settings: { fsync: 'off' } });
try {
  await migrate({ databaseUrl: server.url, masterKey: 'only for this comparison' });
  const missing = (await difference(server.url)).filter(
    (statement) => !ONLY_IN_SQL.test(statement) && !SAME_DEFAULT.test(statement),
  );
  for (const statement of missing) console.error(`The migrations lack: ${statement}`);
  process.exitCode = missing.length ? 1 : 0;
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

async function difference(databaseUrl: string): Promise<string[]> {
  const args = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--script'];
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseUrl };
  const result = await runToEnd(process.execPath, [packageProgram('prisma/build/index.js'), ...args], { env });
  if (result.code !== 0) throw new Error(`prisma migrate diff failed: ${result.output}`);
  return result.stdout
    .replaceAll(/^--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}
