import type pg from 'pg';

/**
 * Statements about the transaction itself. They touch no row and are sent without a tenant, as an isolation level may only be set before
 * the first query: so nothing may come after them in the same text.
 */
const control = /^\s*(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|SET\s+TRANSACTION)\b[^;]*$/i;
const commit = /^\s*(COMMIT|END)\b/i;
const toSavepoint = /^\s*ROLLBACK\b.*\bTO\b/i;
const rollback = /^\s*(ROLLBACK|ABORT)\b/i;

export const isControl = (text: string): boolean => control.test(text);
export const isCommit = (text: string): boolean => commit.test(text);
export const isRollback = (text: string): boolean => rollback.test(text);
export const isRollbackToSavepoint = (text: string): boolean => toSavepoint.test(text);

/**
 * PostgreSQL answers the COMMIT of a transaction in which a statement failed with ROLLBACK and no error. Whoever caught the failure and
 * went on would be told that its work was kept.
 */
export async function committing(text: string, result: Promise<pg.QueryResult>): Promise<pg.QueryResult> {
  const done = await result;
  if (isCommit(text) && done.command === 'ROLLBACK') throw abortedError();
  return done;
}

/** Shaped as the server's own, with the SQLSTATE that it has for statements in such a transaction, so that Prisma hands it on. */
export function abortedError(): Error {
  const message = 'current transaction is aborted: a statement in it failed, so none of it is kept';
  return Object.assign(new Error(message), { code: '25P02', severity: 'ERROR' });
}
