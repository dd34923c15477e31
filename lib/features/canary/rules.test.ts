import { describe, expect, it } from 'vitest';
import { judge, leakSentence, untriedSentence, type Outcome, type Verdict, type Wall } from './rules';

const failed = (code: string): Outcome => ({ code, message: 'm' });
const touched = (rows: number): Outcome => ({ rows });

describe('an attempt', () => {
  it.each<[Wall, Outcome, Verdict]>([
    ['finds-nothing', touched(0), 'held'],
    ['finds-nothing', touched(1), 'leak'],
    ['finds-nothing', failed('42501'), 'held'],
    ['finds-nothing', failed('23503'), 'leak'],
    ['finds-nothing', failed('42P01'), 'untried'],
    ['finds-nothing', failed('57014'), 'untried'],
    ['refused', touched(0), 'leak'],
    ['refused', touched(1), 'leak'],
    ['refused', failed('42501'), 'held'],
    ['refused', failed('23502'), 'leak'],
    ['refused', failed('23505'), 'leak'],
    ['refused', failed('22P02'), 'untried'],
    ['no-parent', touched(1), 'leak'],
    ['no-parent', failed('23503'), 'held'],
    ['no-parent', failed('42501'), 'held'],
    ['no-parent', failed('23505'), 'untried'],
    ['no-collision', touched(1), 'held'],
    ['no-collision', failed('42501'), 'held'],
    ['no-collision', failed('23503'), 'held'],
    ['no-collision', failed('23505'), 'leak'],
    ['no-collision', failed('23514'), 'untried'],
    ['no-collision', failed(''), 'untried'],
  ])('on a wall that says %s, with %o, is %s', (wall, outcome, verdict) => {
    expect(judge(wall, outcome)).toBe(verdict);
  });
});

describe('a finding', () => {
  it('says in one sentence who could do what to which table, and what stopped it after all', () => {
    expect(leakSentence('pages', 'nobody', 'read it', touched(1))).toBe(
      'pages: portico_app, working for no tenant, could read it.',
    );
    expect(leakSentence('pages', 'worker', 'add to it', { ...failed('23505'), constraint: 'pages_pkey' })).toBe(
      'pages: portico_worker could add to it (met only the constraint pages_pkey).',
    );
    expect(untriedSentence('pages', 'read it', 'no table')).toBe('pages could not be tried (read it): no table.');
  });
});
