#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which the CLI would download: the same program as WebAssembly, speaking
 * the native one's contract (JSON-RPC lines on stdio, plus a few one-shot commands). Named by prisma.config.ts.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import { adapterFactory, runDatabaseCommand } from './schema-engine-database.mjs';

const argv = process.argv.slice(2);
let panic;

if (argv.includes('--version')) {
  console.log('schema-engine-cli wasm');
} else {
  const datasource = JSON.parse(option('--datasource') ?? '{}');
  const url = datasource.url ?? process.env.DATABASE_URL;
  if (argv[0] === 'cli') await runDatabaseCommand(argv, url);
  else await serve(() => startEngine(url, datasource.shadowDatabaseUrl));
}

function option(name) {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}

async function startEngine(url, shadowUrl) {
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const { SchemaEngine } = await loadWasm();
  const datamodels = argv.flatMap((word, i) => {
    const file = argv[i + 1];
    return word === '--datamodels' && file ? [[file, fs.readFileSync(file, 'utf8')]] : [];
  });
  const factory = bindMigrationAwareSqlAdapterFactory(await adapterFactory(url, shadowUrl));
  return SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory);
}

/** The package is laid out for bundlers, which instantiate the module themselves; Node has to do it here. */
async function loadWasm() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const bytes = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  // A panic reports here before it traps; the trap alone says only "unreachable".
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  return glue;
}

/** Every failure becomes the answer to the request that met it: an engine that just dies looks to the CLI like success. */
async function serve(start) {
  let engine;
  let current;
  process.on('uncaughtException', (error) => refuse(current, error));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const request = JSON.parse(line);
    // Lines without a method are the CLI's answers to our `print` notifications.
    if (!request.method) continue;
    current = request.id;
    try {
      engine ??= await start();
      await answer(engine, request);
    } catch (error) {
      refuse(request.id, error);
    }
  }
  process.exit(0);
}

async function answer(engine, { id, method, params }) {
  const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
  // The native engine prints a diff by calling back; the CLI shows nothing otherwise.
  if (method === 'diff' && result?.stdout) {
    send({ method: 'print', params: { content: result.stdout }, id: 1_000_000 + id });
  }
  send({ id, result: result ?? null });
}

function refuse(id, error) {
  const message = panic ?? error?.message ?? String(error);
  const data = { is_panic: false, message, meta: error?.meta ?? {}, error_code: error?.code ?? null };
  send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
