import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { env } from '@/lib/platform/env';

const names = new LRUCache<string, string>({ max: 2_000 });

/** Beyond this a statement is a list of many values, another length each time: kept, each would stay in the server's memory. */
const longestNamed = 6_000;

/** Names a prepared statement after its text, so that a connection parses and plans each statement once. '' leaves it unnamed. */
export function statementName({ sql }: { sql: string }): string {
  if (sql.length > longestNamed || env().pooled) return '';
  let name = names.get(sql);
  if (!name) {
    name = `p${createHash('sha1').update(sql).digest('base64url').slice(0, 24)}`;
    names.set(sql, name);
  }
  return name;
}
