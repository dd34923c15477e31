import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import type { TenantListQuery } from './schema';

/** A place between two rows: the sort value and id of the row beside it, and which way to read from there. */
export interface ListPlace {
  key: string | number;
  id: string;
  /** `before` reads the page that ends in front of this row. */
  side: 'after' | 'before';
}

const cursorSchema = z.strictObject({
  s: z.string(),
  k: z.union([z.string().max(300), z.number()]),
  i: z.uuid(),
  b: z.boolean(),
});

export function writeCursor(sort: TenantListQuery['sort'], place: ListPlace): string {
  const cursor = { s: sortName(sort), k: place.key, i: place.id, b: place.side === 'before' };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** A cursor belongs to the order it was made in. @throws AppError validation_failed for any other */
export function readCursor(sort: TenantListQuery['sort'], cursor: string): ListPlace {
  const parsed = cursorSchema.safeParse(decode(cursor));
  if (!parsed.success || parsed.data.s !== sortName(sort)) {
    throw new AppError('validation_failed', 'Some fields need another look.', { fields: { cursor: 'badCursor' } });
  }
  return { key: parsed.data.k, id: parsed.data.i, side: parsed.data.b ? 'before' : 'after' };
}

function sortName(sort: TenantListQuery['sort']): string {
  return `${sort.descending ? '-' : ''}${sort.by}`;
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
