/** The database side of the schema engine: an adapter the WebAssembly engine can use, and the one-shot commands. */
import { randomUUID } from 'node:crypto';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** "char", the type of many pg_catalog columns, and its array type: the only one of the two that the adapter knows. */
const CHAR_OID = 18;
const CHAR_ARRAY_OID = 1002;
/** PostgreSQL's SQLSTATE → the code Prisma's CLI knows the situation by. */
const PRISMA_CODES = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' };

/** @param {string | undefined} url @param {string | undefined} shadowUrl */
export async function adapterFactory(url, shadowUrl) {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined;
  const factory = new PrismaPg(
    // `prisma generate` starts the engine without a database; nothing connects to this address.
    {
      connectionString: url ?? 'postgresql://127.0.0.1:1/none',
      ...(schema && { options: `-c search_path=${schema}` }),
    },
    { schema },
  );
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => mended(await factory.connect()),
    connectToShadowDb: () => shadowDatabase(PrismaPg, url, shadowUrl),
  };
}

/** `cli can-connect-to-database | create-database | drop-database`: exit code 0, or a JSON log line and 1. */
export async function runDatabaseCommand(argv, url) {
  try {
    if (argv.includes('can-connect-to-database')) await onServer(url, (client) => client.query('select 1'));
    else await createOrDrop(argv, url);
  } catch (error) {
    const fields = {
      message: error.message,
      error_code: PRISMA_CODES[error.code] ?? 'P1001',
      is_panic: false,
      meta: {},
    };
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
    process.exitCode = 1;
  }
}

async function createOrDrop(argv, url) {
  const name = pg.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
  const sql = argv.includes('create-database') ? `create database ${name}` : `drop database if exists ${name}`;
  await onServer(withDatabase(url, 'postgres'), (client) => client.query(sql));
}

async function shadowDatabase(PrismaPg, url, shadowUrl) {
  const name = shadowUrl ? undefined : `prisma_migrate_shadow_db_${randomUUID()}`;
  if (name) await onServer(url, (client) => client.query(`create database "${name}"`));
  const factory = new PrismaPg({ connectionString: shadowUrl ?? withDatabase(url, name), max: 2 });
  const adapter = mended(await factory.connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    if (name) await onServer(url, (client) => client.query(`drop database "${name}" with (force)`));
  };
  return adapter;
}

/** Two faults of the adapter that only migrations meet. */
function mended(adapter) {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  // It can't map a "char" column. The engine reads no array of them, so an array stands for one until it is mapped.
  pool.query = async (...args) => {
    const result = await query(...args);
    for (const field of result?.fields ?? []) if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
    return result;
  };
  const { queryRaw } = adapter;
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw.call(adapter, sql);
    const { Character, CharacterArray } = ColumnTypeEnum;
    result.columnTypes = result.columnTypes.map((type) => (type === CharacterArray ? Character : type));
    return result;
  };
  // It cuts scripts at every ';' (also inside function bodies) and spreads them over connections. One simple query is
  // one connection and one implicit transaction.
  adapter.executeScript = async (script) => {
    const client = await pool.connect();
    try {
      await client.query(script);
    } catch (error) {
      adapter.onError(error);
    } finally {
      client.release();
    }
  };
  return adapter;
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}
