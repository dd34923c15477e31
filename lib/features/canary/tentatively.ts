import 'server-only';
import type { ClientBase } from 'pg';

/** Runs the work so that its failure leaves the transaction usable. Role and tenant return to what they were when it fails. */
export async function tentatively<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('SAVEPOINT canary');
  try {
    const result = await work();
    await client.query('RELEASE SAVEPOINT canary');
    return result;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT canary; RELEASE SAVEPOINT canary');
    throw error;
  }
}
