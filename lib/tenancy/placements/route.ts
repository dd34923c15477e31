import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { TenantScopeError, type TenantEntry } from '../context';
import { placedTables, tableNames } from '../tables';

export interface Routed {
  config: pg.QueryConfig;
  /** Which connection it goes to. In shared and schema placement there is one database, so all is the platform's side. */
  side: 'platform' | 'place';
}

/** A statement cut at the placed tables it names. */
interface Cut {
  /** Texts between the names, and the names: text, table, text, table, text. */
  readonly parts: readonly string[];
  readonly platformTable: string | undefined;
}

const cuts = new LRUCache<string, Cut>({ max: 2_000 });

/**
 * Sends a statement to the tenant's tables wherever they are. Prisma writes `"public"."members"`, and so must raw SQL: what names a
 * placed table without its schema would look for the rows in public, where this tenant has none (raw-sql.test.ts forbids it).
 * @throws TenantScopeError for a statement that would have to read two databases at once
 */
export function routeStatement(statement: string | pg.QueryConfig, { place }: TenantEntry): Routed {
  const config = typeof statement === 'string' ? { text: statement } : statement;
  if (!place) return { config, side: 'platform' };
  const { parts, platformTable } = cut(config.text);
  if (parts.length === 1) return { config, side: 'platform' };
  const text = parts.map((part, at) => (at % 2 ? `"${place.schema}"."${part}"` : part)).join('');
  // One connection serves many schemas: prepared by name, each would leave its statements in the server's memory.
  if (!place.database) return { config: { ...config, text, name: undefined }, side: 'platform' };
  if (platformTable)
    throw new TenantScopeError(`a statement can not read ${String(parts[1])} and ${platformTable} at once: split it`);
  return { config: { ...config, text }, side: 'place' };
}

function cut(text: string): Cut {
  let found = cuts.get(text);
  if (!found) {
    const [platformTable] = [...text.matchAll(platformTables)].map((match) => match[1]);
    cuts.set(text, (found = { parts: text.split(placed), platformTable }));
  }
  return found;
}

function inPublic(names: readonly string[]): RegExp {
  return new RegExp(`"public"\\."?(${names.join('|')})"?(?![a-z_0-9])`, 'g');
}

const placed = inPublic(placedTables);
const platformTables = inPublic(tableNames.filter((name) => !placedTables.includes(name)));
