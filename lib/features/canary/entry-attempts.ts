import { entryOf } from '@/lib/tenancy/context';
import type { Attempt } from './attempts';

/** What a connection could say to work for another tenant than its own. */
export function attemptsOnEntry(ownId: string, foreignId: string, options: { setConfigIsOpen: boolean }): Attempt[] {
  const { proof } = entryOf({ tenantId: ownId, placement: 'shared' });
  const enter = 'SELECT app.enter_tenant($1::uuid, $2::bytea)';
  const tries: [deed: string, text: string, values: string[]][] = [
    ['enter another tenant with its own proof', enter, [foreignId, proof]],
    ['enter another tenant with an empty proof', enter, [foreignId, '\\x']],
    ['enter another tenant with a made-up proof', enter, [foreignId, `\\x${'00'.repeat(32)}`]],
    ['read the key of the proofs', 'SELECT 1 FROM app.proof_key', []],
  ];
  // Where the server lets nobody take set_config away, the note of the catalog says so already.
  if (!options.setConfigIsOpen)
    tries.push(['change the tenant with set_config', `SELECT set_config('app.tenant_id', $1, true)`, [foreignId]]);
  return tries.map(([deed, text, values]) => ({
    table: 'app.tenant_id',
    operation: 'guess',
    wall: 'refused',
    deed,
    statement: { text, values },
  }));
}
