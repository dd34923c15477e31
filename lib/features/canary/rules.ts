import type { Attacker } from './schema';

/**
 * How the wall answers when it stands.
 *
 * finds-nothing  the statement runs and touches no row, or the role has no such right
 * refused        the role has no such right, or a policy forbids the row
 * no-parent      a row can't point at what is another tenant's: the foreign key does not find it
 * no-collision   a unique key takes the row as if the other tenant's were not there
 */
export type Wall = 'finds-nothing' | 'refused' | 'no-parent' | 'no-collision';

export type Outcome = { rows: number } | { code: string; message: string; constraint?: string };

/** `untried`: it failed for another reason, so nothing can be said; that is as bad as a leak. */
export type Verdict = 'held' | 'leak' | 'untried';

const forbidden = '42501';
const missingParent = '23503';
const collision = '23505';

export function judge(wall: Wall, outcome: Outcome): Verdict {
  if ('rows' in outcome) return holdsOnSuccess(wall, outcome.rows) ? 'held' : 'leak';
  if (outcome.code === forbidden) return 'held';
  if (outcome.code === missingParent && (wall === 'no-parent' || wall === 'no-collision')) return 'held';
  if (wall === 'no-parent') return 'untried';
  if (wall === 'no-collision') return outcome.code === collision ? 'leak' : 'untried';
  // Policies come before constraints: what a constraint stopped, the wall had let through.
  return outcome.code.startsWith('23') ? 'leak' : 'untried';
}

function holdsOnSuccess(wall: Wall, rows: number): boolean {
  if (wall === 'no-collision') return true;
  return wall === 'finds-nothing' && rows === 0;
}

const places: Record<Attacker, string> = {
  tenant: 'portico_app, working for one tenant,',
  nobody: 'portico_app, working for no tenant,',
  worker: 'portico_worker',
  console: 'portico_console',
};

/** "members: portico_app, working for one tenant, could read another tenant's row." */
export function leakSentence(table: string, attacker: Attacker, deed: string, outcome: Outcome): string {
  const constraint = 'code' in outcome ? outcome.constraint : undefined;
  const stop = constraint === undefined ? '' : ` (met only the constraint ${constraint})`;
  return `${table}: ${places[attacker]} could ${deed}${stop}.`;
}

export function untriedSentence(table: string, deed: string, reason: string): string {
  return `${table} could not be tried (${deed}): ${reason}.`;
}
