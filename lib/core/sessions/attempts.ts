import 'server-only';
import { createHmac } from 'node:crypto';
import { AppError } from '@/lib/platform/errors';
import { env } from '@/lib/platform/env';

interface Limit {
  max: number;
  windowSeconds: number;
}

/** Guesses are limited by the account they aim at, the network they come from and the tenant as a whole. */
export const attemptLimits = {
  'sign-in:account': { max: 10, windowSeconds: 15 * 60 },
  'sign-in:network': { max: 60, windowSeconds: 15 * 60 },
  'sign-in:tenant': { max: 600, windowSeconds: 15 * 60 },
  'reset:account': { max: 3, windowSeconds: 60 * 60 },
  'reset:network': { max: 20, windowSeconds: 60 * 60 },
  'token:network': { max: 60, windowSeconds: 15 * 60 },
  'unlock:network': { max: 10, windowSeconds: 15 * 60 },
  'unlock:site': { max: 300, windowSeconds: 15 * 60 },
  'find:account': { max: 3, windowSeconds: 60 * 60 },
  'find:network': { max: 10, windowSeconds: 60 * 60 },
  'domain-check:domain': { max: 6, windowSeconds: 60 },
  'domain-check:tenant': { max: 60, windowSeconds: 60 * 60 },
  'domain-mail:tenant': { max: 10, windowSeconds: 60 * 60 },
  'domain-mail:address': { max: 3, windowSeconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

export type AttemptKind = keyof typeof attemptLimits;

interface RawSql {
  $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
}

/**
 * Counts one attempt of each kind before the work is done, whatever its outcome.
 * @param scope the tenant's id or `console`; two tenants never share a counter
 * @throws AppError rate_limited with the seconds to wait
 */
export async function takeAttempts(
  db: RawSql,
  scope: string,
  attempts: Partial<Record<AttemptKind, string>>,
): Promise<void> {
  for (const [kind, subject] of Object.entries(attempts) as [AttemptKind, string][]) {
    const { max, windowSeconds } = attemptLimits[kind];
    const rows = await db.$queryRaw<{ allowed: boolean; retry_after_seconds: number }[]>`
      SELECT allowed, retry_after_seconds FROM app.take_attempt(${attemptKey(scope, kind, subject)}, ${max}::integer, ${windowSeconds}::integer)`;
    const [row] = rows;
    if (!row?.allowed) {
      const seconds = row?.retry_after_seconds ?? windowSeconds;
      throw new AppError('rate_limited', 'Too many attempts.', { retryAfterSeconds: seconds, values: { seconds } });
    }
  }
}

/** After a success the account's own counter starts again. */
export async function clearAttempts(db: RawSql, scope: string, kind: AttemptKind, subject: string): Promise<void> {
  await db.$queryRaw`SELECT app.clear_attempts(${attemptKey(scope, kind, subject)})::text`;
}

/** Keyed hash: the table of counters names nobody. */
function attemptKey(scope: string, kind: AttemptKind, subject: string): string {
  return createHmac('sha256', env().masterKey).update(`attempt\n${scope}\n${kind}\n${subject}`).digest('base64url');
}
