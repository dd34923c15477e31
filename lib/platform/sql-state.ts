/** The SQLSTATE of a PostgreSQL error, or Node's own code (`ECONNREFUSED`) of a connection that failed. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
