import { describe, expect, it } from 'vitest';
import { planImpact, type ImpactInput } from './plan-impact';

const pages = {
  key: 'site.pages',
  name: 'Pages',
  type: 'boolean',
  kind: 'feature',
  defaultValue: false,
  tenantEditable: true,
  meter: null,
} as const;
const members = {
  key: 'quota.members',
  name: 'Members',
  type: 'number',
  kind: 'quota',
  defaultValue: 5,
  tenantEditable: false,
  meter: 'members',
} as const;

function impact(input: Partial<ImpactInput>) {
  return planImpact({
    flags: [pages, members],
    now: new Map(),
    then: new Map(),
    overrides: new Map(),
    usage: new Map(),
    ...input,
  });
}

describe('what another plan changes for a tenant', () => {
  it('names a feature that goes and a limit that shrinks', () => {
    const found = impact({
      now: new Map<string, unknown>([
        ['site.pages', true],
        ['quota.members', 50],
      ]),
      then: new Map([['quota.members', 10]]),
    });
    expect(found.changes).toEqual([
      { key: 'site.pages', name: 'Pages', kind: 'feature', meter: null, before: true, after: false },
      { key: 'quota.members', name: 'Members', kind: 'quota', meter: 'members', before: 50, after: 10 },
    ]);
  });

  it('is silent about a flag whose override holds under both plans', () => {
    const overrides = new Map([['site.pages', { console: true }]]);
    expect(impact({ now: new Map([['site.pages', true]]), overrides }).changes).toEqual([]);
  });

  it.each([
    [10, 10, 0],
    [11, 10, 1],
    [11, -1, 0],
  ])('with %i in use and a limit of %i, %i limits break', (used, limit, breaks) => {
    const found = impact({
      now: new Map([['quota.members', 50]]),
      then: new Map([['quota.members', limit]]),
      usage: new Map([['members', used]]),
    });
    expect(found.breaks).toHaveLength(breaks);
  });

  it('does not call a limit broken that nobody measures', () => {
    expect(impact({ now: new Map([['quota.members', 50]]), then: new Map([['quota.members', 1]]) }).breaks).toEqual([]);
  });
});
