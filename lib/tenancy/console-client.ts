import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient, type Prisma } from '@/lib/generated/prisma/client';
import { databaseConfig } from './database-config';
import { statementName } from './statement-name';

/** The cross-tenant client: console use cases and platform jobs only; every change through it is audited. */
export type ConsoleDb = Omit<PrismaClient, '$queryRawUnsafe' | '$executeRawUnsafe' | '$extends'>;
export type ConsoleTx = Prisma.TransactionClient;

export function consoleDb(): ConsoleDb {
  if (!shared.porticoConsole) {
    const pool = new pg.Pool(databaseConfig('portico_console', 8));
    pool.on('error', () => {});
    const adapter = new PrismaPg(pool, { statementNameGenerator: statementName });
    shared.porticoConsole = {
      pool,
      client: new PrismaClient({ adapter, transactionOptions: { maxWait: 2_000, timeout: 10_000 } }),
    };
  }
  return shared.porticoConsole.client;
}

export async function closeConsoleClient(): Promise<void> {
  const open = shared.porticoConsole;
  shared.porticoConsole = undefined;
  await open?.client.$disconnect();
  await open?.pool.end();
}

const shared = globalThis as unknown as { porticoConsole?: { client: PrismaClient; pool: pg.Pool } | undefined };
