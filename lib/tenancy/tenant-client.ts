import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { LRUCache } from 'lru-cache';
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { databaseConfig } from './database-config';
import { runInScope, TenantScopeError, type TenantScope } from './context';
import { operations, scopeArgs, type Operation } from './scoped-args';
import { statementName } from './statement-name';
import { TenantPool } from './tenant-pool';

/** What a use case sees of the database: models narrowed to its tenant, tagged raw SQL, and callback transactions. */
export type TenantDb = TenantTx & {
  $transaction<T>(
    work: (tx: TenantTx) => Promise<T>,
    options?: { timeout?: number; maxWait?: number; isolationLevel?: Prisma.TransactionIsolationLevel },
  ): Promise<T>;
};

/** The same inside a transaction. Array transactions, unsafe raw SQL and extensions are absent by design. */
export type TenantTx = Omit<Prisma.TransactionClient, `$${string}`> & Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

/** The database of one tenant. Cheap to call: clients are kept per tenant. */
export function tenantDb(scope: TenantScope): TenantDb {
  if (scope.placement !== 'shared')
    throw new TenantScopeError(`placement ${scope.placement} is not served by this version`);
  let client = clients.get(scope.tenantId);
  if (!client) {
    client = base().$extends(tenantExtension(scope)) as unknown as TenantDb;
    clients.set(scope.tenantId, client);
  }
  return client;
}

/** The Prisma client extension behind `tenantDb`: replaces every delegate of the client by one that is bound to the tenant. */
export function tenantExtension(scope: TenantScope) {
  return Prisma.defineExtension((client) => scopedClient(client as unknown as RawClient, scope) as never);
}

/** Closes the pool; for tests and shutdown. */
export async function closeTenantClients(): Promise<void> {
  clients.clear();
  const open = shared.portico;
  shared.portico = undefined;
  await open?.client.$disconnect();
  await open?.pool.end();
}

/** Connections of the tenant pool, for /metrics. */
export function tenantPoolStats(): { total: number; idle: number; waiting: number } {
  const pool = shared.portico?.pool;
  return { total: pool?.totalCount ?? 0, idle: pool?.idleCount ?? 0, waiting: pool?.waitingCount ?? 0 };
}

const clients = new LRUCache<string, TenantDb>({ max: 5_000 });
// One pool per process, also when Next loads this module twice.
const shared = globalThis as unknown as { portico?: { client: PrismaClient; pool: TenantPool } | undefined };

function base(): PrismaClient {
  if (!shared.portico) {
    const pool = new TenantPool(databaseConfig('portico_app'));
    // An idle connection that dies is replaced; without a listener it would end the process.
    pool.on('error', () => {});
    shared.portico = {
      pool,
      client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }),
    };
  }
  return shared.portico.client;
}

type Call = (args?: Record<string, unknown>) => PromiseLike<unknown>;
interface RawClient {
  [model: string]: Record<string, Call> | undefined;
}
interface RawMethods {
  $queryRaw(...args: unknown[]): PromiseLike<unknown>;
  $executeRaw(...args: unknown[]): PromiseLike<unknown>;
  $transaction(work: (tx: RawClient) => Promise<unknown>, options: object): Promise<unknown>;
}

const models = Object.values(Prisma.ModelName).map((model) => ({
  model,
  property: model.charAt(0).toLowerCase() + model.slice(1),
}));
const operationNames = Object.keys(operations) as Operation[];

function scopedClient(client: RawClient, scope: TenantScope): object {
  const raw = client as unknown as RawMethods;
  return {
    ...scopedTransaction(client, scope),
    $transaction(work: unknown, options?: object) {
      if (typeof work !== 'function')
        throw new TenantScopeError('an array transaction is not tenant-safe; pass a function');
      const call = work as (tx: unknown) => Promise<unknown>;
      return runInScope(scope, () =>
        raw.$transaction((tx) => call(scopedTransaction(tx, scope)), { maxWait: 2_000, timeout: 10_000, ...options }),
      );
    },
  };
}

function scopedTransaction(client: RawClient, scope: TenantScope): object {
  const raw = client as unknown as RawMethods;
  const scoped: Record<string, unknown> = {
    $queryRaw: (...args: unknown[]) => run(scope, () => raw.$queryRaw(...args)),
    $executeRaw: (...args: unknown[]) => run(scope, () => raw.$executeRaw(...args)),
  };
  for (const { model, property } of models) {
    Object.defineProperty(scoped, property, {
      enumerable: true,
      configurable: true,
      get: () => delegateOf(client, model, property, scope),
    });
  }
  return scoped;
}

function delegateOf(client: RawClient, model: string, property: string, scope: TenantScope): Record<string, Call> {
  const delegate = client[property];
  if (!delegate) throw new TenantScopeError(`${model} is not part of this client`);
  const scoped: Record<string, Call> = {};
  for (const name of operationNames) {
    // Prisma batches findUnique calls on the next tick in the first caller's context, which once returned another tenant's rows:
    // findFirst is never batched.
    const target = name === 'findUnique' ? 'findFirst' : name === 'findUniqueOrThrow' ? 'findFirstOrThrow' : name;
    scoped[name] = (args) => {
      const narrowed = scopeArgs(model, name, args, scope.tenantId);
      const where = target === name ? narrowed : flattenUnique(narrowed);
      return run(scope, () => {
        const call = delegate[target];
        if (!call) throw new TenantScopeError(`${model}.${target} does not exist`);
        return call.call(delegate, where);
      });
    };
  }
  return scoped;
}

/** findFirst knows no composite keys: `{tenantId_id: {tenantId, id}}` becomes `{tenantId, id}`. */
function flattenUnique(args: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const where = args?.where as Record<string, unknown> | undefined;
  if (!where) return args;
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(where)) {
    if (name.startsWith('tenantId_') && typeof value === 'object') Object.assign(flat, value);
    else flat[name] = value;
  }
  return { ...args, where: flat };
}

/** Prisma's promises start when awaited; `then` inside the scope starts them there, not in some later caller's. */
function run(scope: TenantScope, start: () => PromiseLike<unknown>): Promise<unknown> {
  return runInScope(
    scope,
    () =>
      new Promise((resolve, reject) => {
        start().then(resolve, reject);
      }),
  );
}
