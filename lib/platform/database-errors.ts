/**
 * Connection refused, reset or ended; server starting or stopping; no connection or transaction within 2 s; a statement that took
 * longer than its role may (57014). Prisma codes and SQLSTATE classes 08 and 57P.
 */
const unavailable =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|08...|57P..|57014|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;
const unavailableKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/** Whether trying again in a moment may help: the database is away, not the statement wrong. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, kind, originalCode, message, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === 'string' && unavailable.test(value))) return true;
  if (typeof kind === 'string' && unavailableKinds.has(kind)) return true;
  if (
    typeof message === 'string' &&
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Query read timeout|the database system is|Unable to start a transaction in the given time/.test(
      message,
    )
  )
    return true;
  return (
    isDatabaseUnavailable(cause, depth + 1) ||
    isDatabaseUnavailable((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, depth + 1)
  );
}

/** Unique violation: Prisma P2002 or SQLSTATE 23505. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: { code?: unknown } };
  return code === 'P2002' || code === '23505' || meta?.code === '23505';
}

/** Serialization failure or deadlock: Prisma P2034, SQLSTATE 40001 or 40P01. The same work may succeed when run again. */
export function isWriteConflict(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: unknown; meta?: { code?: unknown } };
  return [code, meta?.code].some((value) => value === 'P2034' || value === '40001' || value === '40P01');
}
