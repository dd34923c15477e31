import type { Attempt } from './attempts';
import { judge, leakSentence, untriedSentence, type Outcome } from './rules';
import type { Attacker, MatrixRow } from './schema';

/** What was tried, and how it went. */
export class ProbeRecord {
  readonly leaks: string[] = [];
  /** Attempts that say nothing, since they failed for another reason than the wall. */
  readonly untried: string[] = [];
  private readonly rows = new Map<string, MatrixRow>();

  add(attacker: Attacker, { table, operation, wall, deed }: Attempt, outcome: Outcome): void {
    const row = this.rows.get(table) ?? { table, tried: {} };
    this.rows.set(table, row);
    const tally = (row.tried[operation] ??= { attempts: 0, leaks: 0 });
    tally.attempts++;
    const verdict = judge(wall, outcome);
    if (verdict === 'leak') {
      tally.leaks++;
      this.leaks.push(leakSentence(table, attacker, deed, outcome));
    }
    if (verdict === 'untried')
      this.untried.push(untriedSentence(table, deed, 'message' in outcome ? outcome.message : 'no answer'));
  }

  get matrix(): MatrixRow[] {
    return [...this.rows.values()].sort((a, b) => a.table.localeCompare(b.table));
  }
}
