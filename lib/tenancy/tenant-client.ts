import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { LRUCache } from 'lru-cache';
import { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { isWriteConflict } from '@/lib/platform/database-errors';
import { databaseConfig } from './database-config';
import { entryOf, runInTenant, TenantScopeError, type TenantEntry, type TenantScope } from './context';
import { operations, scopeArgs, type Operation } from './scoped-args';
import { statementName } from './statement-name';
import { TenantPool } from './tenant-pool';

/** What a use case sees of the database: models narrowed to its tenant, tagged raw SQL, and callback transactions. */
export type TenantDb = TenantTx & {
  $transaction<T>(
    work: (tx: TenantTx) => Promise<T>,
    options?: {
      timeout?: number;
      maxWait?: number;
      isolationLevel?: Prisma.TransactionIsolationLevel;
      /** How often `work` may run again after a serialization failure or a deadlock. */
      retries?: number;
    },
  ): Promise<T>;
};

/** The same inside a transaction. Array transactions, unsafe raw SQL and extensions are absent by design. */
export type TenantTx = Omit<Prisma.TransactionClient, `$${string}`> & Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

/** The database of one tenant. Cheap to call: clients are kept per tenant. @throws TenantScopeError for an id that is no UUID. */
export function tenantDb(scope: TenantScope): TenantDb {
  const name = `${scope.placement} ${scope.tenantId}`;
  let client = clients.get(name);
  if (!client) {
    client = base().$extends(tenantExtension(scope)) as unknown as TenantDb;
    clients.set(name, client);
  }
  return client;
}

/** The Prisma client extension behind `tenantDb`: replaces every delegate of the client by one that is bound to the tenant. */
export function tenantExtension(scope: TenantScope) {
  return Prisma.defineExtension(
    (client) => new ScopedClient(client as unknown as RawClient & RawMethods, entryOf(scope)) as never,
  );
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
    shared.portico = {
      pool,
      client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }),
    };
  }
  return shared.portico.client;
}

type Call = (args?: Record<string, unknown>) => PromiseLike<unknown>;
type Delegate = Record<string, Call>;
type RawClient = Record<string, unknown>;
interface RawMethods {
  $queryRaw(...args: unknown[]): PromiseLike<unknown>;
  $executeRaw(...args: unknown[]): PromiseLike<unknown>;
  $transaction(work: (tx: RawClient & RawMethods) => Promise<unknown>, options: object): Promise<unknown>;
}

/** A model's delegate bound to one tenant. Its operations are defined below, once for all tenants. */
class ScopedDelegate {
  readonly #delegate: Delegate;
  readonly #entry: TenantEntry;

  constructor(delegate: Delegate, entry: TenantEntry) {
    this.#delegate = delegate;
    this.#entry = entry;
  }

  run(model: string, operation: Operation, target: string, args?: Record<string, unknown>): Promise<unknown> {
    const narrowed = scopeArgs(model, operation, args, this.#entry.tenantId);
    const call = this.#delegate[target] as Call;
    return start(this.#entry, () =>
      call.call(this.#delegate, target === operation ? narrowed : flattenUnique(narrowed)),
    );
  }
}

/** What a use case gets inside a transaction, instead of Prisma's own client; its models are defined below. */
class ScopedTransaction {
  // Private to the language, not only to the compiler: neither the unscoped client nor the proof can be reached or logged.
  readonly #client: RawClient & RawMethods;
  readonly #entry: TenantEntry;
  readonly #delegates = new Map<string, ScopedDelegate>();

  constructor(client: RawClient & RawMethods, entry: TenantEntry) {
    this.#client = client;
    this.#entry = entry;
  }

  $queryRaw(...args: unknown[]): Promise<unknown> {
    return start(this.#entry, () => this.#client.$queryRaw(...args));
  }

  $executeRaw(...args: unknown[]): Promise<unknown> {
    return start(this.#entry, () => this.#client.$executeRaw(...args));
  }

  static delegate(owner: ScopedTransaction, property: string, type: typeof ScopedDelegate): ScopedDelegate {
    let delegate = owner.#delegates.get(property);
    if (!delegate) {
      delegate = new type(owner.#client[property] as Delegate, owner.#entry);
      owner.#delegates.set(property, delegate);
    }
    return delegate;
  }
}

/** The same with callback transactions. */
class ScopedClient extends ScopedTransaction {
  readonly #client: RawMethods;
  readonly #entry: TenantEntry;

  constructor(client: RawClient & RawMethods, entry: TenantEntry) {
    super(client, entry);
    this.#client = client;
    this.#entry = entry;
  }

  $transaction(work: unknown, { retries = 0, ...options }: { retries?: number } = {}): Promise<unknown> {
    if (typeof work !== 'function')
      throw new TenantScopeError('an array transaction is not tenant-safe; pass a function');
    const call = work as (tx: unknown) => Promise<unknown>;
    const attempt = (): Promise<unknown> =>
      this.#client.$transaction((tx) => call(new ScopedTransaction(tx, this.#entry)), {
        maxWait: 2_000,
        timeout: 10_000,
        ...options,
      });
    return runInTenant(this.#entry, () => retrying(attempt, retries));
  }
}

for (const model of Object.values(Prisma.ModelName)) {
  const property = model.charAt(0).toLowerCase() + model.slice(1);
  const type = delegateType(model);
  Object.defineProperty(ScopedTransaction.prototype, property, {
    get(this: ScopedTransaction) {
      return ScopedTransaction.delegate(this, property, type);
    },
  });
}

function delegateType(model: string): typeof ScopedDelegate {
  const type = class extends ScopedDelegate {};
  for (const operation of Object.keys(operations) as Operation[]) {
    // Prisma batches findUnique calls on the next tick in the first caller's context, which once returned another tenant's rows:
    // findFirst is never batched.
    const target = operation.replace('findUnique', 'findFirst');
    Object.defineProperty(type.prototype, operation, {
      value(this: ScopedDelegate, args?: Record<string, unknown>) {
        return this.run(model, operation, target, args);
      },
    });
  }
  return type;
}

async function retrying<T>(attempt: () => Promise<T>, retries: number): Promise<T> {
  for (let left = retries; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 0 || !isWriteConflict(error)) throw error;
    }
  }
}

/** findFirst knows no composite keys: `{tenantId_id: {tenantId, id}}` becomes `{tenantId, id}`. */
function flattenUnique(args: Record<string, unknown> | undefined): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args?.where ?? {})) {
    if (name.startsWith('tenantId_') && typeof value === 'object') Object.assign(flat, value);
    else flat[name] = value;
  }
  return { ...args, where: flat };
}

/** Prisma's promises start when awaited; `then` inside the scope starts them there, not in some later caller's. */
function start(entry: TenantEntry, operation: () => PromiseLike<unknown>): Promise<unknown> {
  return runInTenant(entry, () => operation().then() as Promise<unknown>);
}
