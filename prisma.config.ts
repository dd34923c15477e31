import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's CLI downloads a native engine unless told where one is; ours runs from node_modules, offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'scripts', 'schema-engine.mjs');

// No telemetry, no version check.
process.env.CHECKPOINT_DISABLE ??= '1';

const url = process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL;

export default defineConfig({
  schema: path.join('prisma', 'schema'),
  migrations: { path: path.join('prisma', 'migrations') },
  ...(url && { datasource: { url } }),
});
