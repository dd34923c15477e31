import { z } from 'zod';
import { AppError } from './errors';

/** A place in an ordered list: the sort value and id of the row it stands at, and which way to read from there. */
export interface Cursor {
  direction: 'after' | 'before';
  value: string;
  id: string;
}

export interface KeysetPage<T> {
  data: T[];
  nextCursor: string | null;
  previousCursor: string | null;
}

const cursorSchema = z.strictObject({
  direction: z.enum(['after', 'before']),
  value: z
    .string()
    .max(500)
    .regex(/^\P{Cc}*$/u),
  id: z.uuid(),
});

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Whether a text, from an address say, is a cursor at all. */
export function isCursor(text: string): boolean {
  return cursorSchema.safeParse(jsonOf(Buffer.from(text, 'base64url').toString())).success;
}

/** A cursor is only a place: it carries no right and no tenant, so a foreign one reads the reader's own rows. @throws AppError validation_failed */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const parsed = cursorSchema.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success)
    throw new AppError('validation_failed', 'This page of the list no longer exists.', {
      fields: { cursor: 'invalid' },
    });
  return parsed.data;
}

/** @param rows up to `limit + 1`, in the order they were read: backwards when the cursor says `before` */
export function toKeysetPage<T>(
  rows: readonly T[],
  limit: number,
  cursor: Cursor | null,
  keyOf: (row: T) => { value: string; id: string },
): KeysetPage<T> {
  const more = rows.length > limit;
  const data = rows.slice(0, limit);
  const backwards = cursor?.direction === 'before';
  if (backwards) data.reverse();
  const [first, last] = [data[0], data.at(-1)];
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : cursor !== null;
  return {
    data,
    nextCursor: hasNext && last ? encodeCursor({ direction: 'after', ...keyOf(last) }) : null,
    previousCursor: hasPrevious && first ? encodeCursor({ direction: 'before', ...keyOf(first) }) : null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
