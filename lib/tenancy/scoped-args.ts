import { Prisma } from '@/lib/generated/prisma/client';
import { kindOfModel } from './tables';
import { TenantScopeError } from './context';

type Args = Record<string, unknown>;

/** How each operation of a model delegate is narrowed to the tenant. Anything not listed is refused. */
export const operations = {
  findMany: 'where',
  findFirst: 'where',
  findFirstOrThrow: 'where',
  findUnique: 'unique',
  findUniqueOrThrow: 'unique',
  count: 'where',
  aggregate: 'where',
  groupBy: 'where',
  create: 'data',
  createMany: 'rows',
  createManyAndReturn: 'rows',
  update: 'unique',
  updateMany: 'where',
  updateManyAndReturn: 'where',
  delete: 'unique',
  deleteMany: 'where',
  upsert: 'upsert',
} as const;

export type Operation = keyof typeof operations;

const reads = new Set<Operation>([
  'findMany',
  'findFirst',
  'findFirstOrThrow',
  'findUnique',
  'findUniqueOrThrow',
  'count',
  'aggregate',
  'groupBy',
]);

/**
 * Adds the tenant to an operation's arguments, so that each statement carries it (plans, shards) besides the policies. A tenant id
 * that the caller put there is overwritten, so a foreign one finds nothing.
 * @throws TenantScopeError for a table that is not the tenant's to touch.
 */
export function scopeArgs(
  model: string,
  operation: Operation,
  args: Args | undefined,
  tenantId: string,
): Args | undefined {
  const kind = kindOfModel.get(model);
  if (kind === 'tenant') return scopeTenantArgs(model, operation, args ?? {}, tenantId);
  if (kind === 'directory') return scopeDirectoryArgs(model, operation, args ?? {}, tenantId);
  if (kind === 'reference' && reads.has(operation)) return args;
  throw new TenantScopeError(`${model}.${operation} is not open to a tenant`);
}

function scopeTenantArgs(model: string, operation: Operation, args: Args, tenantId: string): Args {
  switch (operations[operation]) {
    case 'where':
      return {
        ...args,
        where: { ...(args.where as Args), tenantId },
        ...(args.cursor !== undefined && { cursor: scopeUnique(args.cursor as Args, tenantId) }),
        ...changedRow(args),
      };
    case 'unique':
      return { ...args, where: scopeUnique(args.where as Args, tenantId), ...changedRow(args) };
    case 'data':
      return { ...args, data: scopeRow(model, args.data as Args, tenantId) };
    case 'rows':
      return { ...args, data: [args.data].flat().map((row) => ({ ...(row as Args), tenantId })) };
    case 'upsert':
      return {
        ...args,
        where: scopeUnique(args.where as Args, tenantId),
        create: scopeRow(model, args.create as Args, tenantId),
        update: withoutTenant(args.update as Args),
      };
  }
}

/** `tenants` is keyed by the tenant itself, `hosts` carries its id; both are read, and `tenants` updated, through the where clause. */
function scopeDirectoryArgs(model: string, operation: Operation, args: Args, tenantId: string): Args {
  const own = model === 'Tenant' ? { id: tenantId } : { tenantId };
  if (reads.has(operation) || operation === 'updateMany') return { ...args, where: { AND: [args.where ?? {}, own] } };
  throw new TenantScopeError(`${model}.${operation} is not open to a tenant`);
}

/**
 * `{id}` becomes the composite key; a tenant id inside a composite key is replaced by the scope's. Prisma takes `undefined` for
 * "any", and a look-up by a key that went missing would find somebody's row: it is refused.
 */
function scopeUnique(where: Args | undefined, tenantId: string): Args {
  if (!where || !saysWhich(where)) throw new TenantScopeError('a key has to say which row is meant');
  const { id, ...rest } = where;
  const scoped: Args = { tenantId };
  for (const [name, value] of Object.entries(rest))
    scoped[name] = isCompositeKey(name, value) ? { ...(value as Args), tenantId } : value;
  if (id !== undefined) scoped.tenantId_id = { tenantId, id };
  return { ...scoped, tenantId };
}

function saysWhich(key: Args): boolean {
  const values = Object.values(key);
  return values.length > 0 && values.every((value) => value !== undefined && (!isPlain(value) || saysWhich(value)));
}

function isPlain(value: unknown): value is Args {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isCompositeKey(name: string, value: unknown): boolean {
  return name.startsWith('tenantId_') && typeof value === 'object' && value !== null;
}

function changedRow(args: Args): { data?: Args } {
  return args.data ? { data: withoutTenant(args.data as Args) } : {};
}

/** A row never changes its tenant. */
function withoutTenant(data: Args): Args {
  const { tenantId: _dropped, ...rest } = data;
  return rest;
}

/**
 * Prisma takes either plain columns or relations in a row, not both: where a relation is given, the column default
 * (the transaction's tenant) fills the tenant in, and the policy checks it.
 */
function scopeRow(model: string, data: Args, tenantId: string): Args {
  const owning = owningRelations.get(model);
  const usesRelation = owning !== undefined && Object.keys(data).some((field) => owning.has(field));
  return usesRelation ? withoutTenant(data) : { ...data, tenantId };
}

/** Model → relation fields whose foreign key lives in the model's own row. */
const owningRelations: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [Prisma.ModelName.MemberPassword, new Set(['member'])],
  [Prisma.ModelName.MemberSession, new Set(['member'])],
  [Prisma.ModelName.MemberPasswordReset, new Set(['member'])],
]);
