import { describe, expect, it } from 'vitest';
import { portalNavigation } from '@/lib/core/access/navigation';
import { shippedFlags, shippedPlans, type ShippedFlag, type ShippedPlan } from '@/lib/core/plans/catalogue';
import { isFlagValue } from '@/lib/core/plans/rules';
import { fitsQuota, isSwitchable, limitOf, resolveFlag, valueText, type FlagRule } from './rules';

const feature: FlagRule = { type: 'boolean', kind: 'feature', defaultValue: false, tenantEditable: true };
const fixed: FlagRule = { ...feature, tenantEditable: false };
const quota: FlagRule = { type: 'number', kind: 'quota', defaultValue: 5, tenantEditable: false };
const text: FlagRule = { type: 'string', kind: 'feature', defaultValue: 'Community', tenantEditable: false };

describe('resolveFlag', () => {
  it('takes the default when nothing else is set', () => {
    expect(resolveFlag(quota, undefined)).toMatchObject({ value: 5, source: 'default' });
    expect(resolveFlag(text, undefined)).toMatchObject({ value: 'Community', source: 'default' });
  });

  it('takes the plan before the default, and the override before the plan', () => {
    expect(resolveFlag(quota, 25)).toMatchObject({ value: 25, source: 'plan' });
    expect(resolveFlag(quota, 25, { console: 40 })).toMatchObject({ value: 40, source: 'override' });
  });

  it('lets an override take away what the plan gives', () => {
    expect(resolveFlag(feature, true, { console: false })).toMatchObject({ value: false, source: 'override' });
  });

  it('counts 0, false and an empty text as values, not as unset', () => {
    expect(resolveFlag(quota, 25, { console: 0 })).toMatchObject({ value: 0, source: 'override' });
    expect(resolveFlag(text, '')).toMatchObject({ value: '', source: 'plan' });
  });

  it.each([
    ['the plan', true, {}],
    ['the console', false, { console: true }],
  ])('lets the tenant switch off what %s grants', (_granter, plan, overrides) => {
    expect(resolveFlag(feature, plan, { ...overrides, tenant: false })).toMatchObject({
      value: false,
      source: 'tenant',
    });
  });

  it('gives back what was granted once the switch is on again or gone', () => {
    expect(resolveFlag(feature, true, { tenant: true })).toMatchObject({ value: true, source: 'plan' });
    expect(resolveFlag(feature, true)).toMatchObject({ value: true, source: 'plan' });
  });

  it.each([
    ['the plan withholds it', false, {}],
    ['the console took it away', true, { console: false }],
    ['nobody grants it', undefined, {}],
  ])('never lets the tenant switch on a feature when %s', (_why, plan, overrides) => {
    expect(resolveFlag(feature, plan, { ...overrides, tenant: true }).value).toBe(false);
  });

  it("ignores a tenant's switch on a flag it may not edit, and on one that is no boolean", () => {
    expect(resolveFlag(fixed, true, { tenant: false })).toMatchObject({ value: true, source: 'plan' });
    expect(resolveFlag({ ...quota, tenantEditable: true }, 25, { tenant: 0 })).toMatchObject({
      value: 25,
      source: 'plan',
    });
  });

  it.each([
    ['a text for a boolean', feature, 'true'],
    ['a number for a boolean', feature, 1],
    ['a boolean for a number', quota, true],
    ['a fraction for a quota', quota, 2.5],
    ['a quota below −1', quota, -2],
    ['an object', text, { a: 1 }],
    ['null', text, null],
  ])('passes over a stored value of the wrong kind: %s', (_what, flag, stored) => {
    expect(resolveFlag(flag, stored, { console: stored })).toMatchObject({
      value: flag.defaultValue,
      source: 'default',
    });
  });

  it.each([
    ['boolean', false],
    ['number', 0],
    ['string', ''],
  ] as const)('grants nothing when even the default of a %s is unusable', (type, neutral) => {
    const broken = { type, kind: 'feature', defaultValue: { bad: true }, tenantEditable: false } as const;
    expect(resolveFlag(broken, undefined).value).toBe(neutral);
  });

  it('says for each link of the chain what it held and whether it counted', () => {
    expect(resolveFlag(feature, true, { console: true, tenant: false }).trace).toEqual([
      { source: 'tenant', value: false, outcome: 'used' },
      { source: 'override', value: true, outcome: 'overruled' },
      { source: 'plan', value: true, outcome: 'overruled' },
      { source: 'default', value: false, outcome: 'overruled' },
    ]);
    expect(resolveFlag(fixed, undefined, { console: 'yes', tenant: false }).trace).toEqual([
      { source: 'tenant', value: false, outcome: 'ignored' },
      { source: 'override', value: null, outcome: 'ignored' },
      { source: 'plan', value: null, outcome: 'unset' },
      { source: 'default', value: false, outcome: 'used' },
    ]);
  });
});

describe('isSwitchable', () => {
  it('is true only for an editable boolean that is granted', () => {
    expect(isSwitchable(feature, true, undefined)).toBe(true);
    expect(isSwitchable(feature, false, true)).toBe(true);
    expect(isSwitchable(feature, true, false)).toBe(false);
    expect(isSwitchable(feature, undefined, undefined)).toBe(false);
    expect(isSwitchable(fixed, true, undefined)).toBe(false);
    expect(isSwitchable({ ...quota, tenantEditable: true }, 10, undefined)).toBe(false);
  });
});

describe('quotas', () => {
  it('reads −1 as no limit and anything that is no number as nothing', () => {
    expect([limitOf(-1), limitOf(0), limitOf(7)]).toEqual([null, 0, 7]);
    expect(limitOf('many')).toBe(0);
  });

  it('lets the last one in and not one more', () => {
    expect(fitsQuota(10, 9, 1)).toBe(true);
    expect(fitsQuota(10, 10, 1)).toBe(false);
    expect(fitsQuota(10, 8, 3)).toBe(false);
    expect(fitsQuota(0, 0, 1)).toBe(false);
    expect(fitsQuota(null, 1e9, 1e9)).toBe(true);
  });

  it('lets nothing in, and refuses nothing that is asked of no one, when the limit fell below what is in use', () => {
    expect(fitsQuota(5, 9, 1)).toBe(false);
    expect(fitsQuota(5, 9, 0)).toBe(true);
  });
});

describe('valueText', () => {
  const words = { on: 'On', off: 'Off', unlimited: 'No limit' };

  it.each([
    [true, null, 'On'],
    [false, null, 'Off'],
    ['E-mail', null, 'E-mail'],
    [-1, 'members', 'No limit'],
    [1_000_000, 'requests', '1,000,000'],
    [10_000_000_000, 'storage_bytes', '10 GB'],
    [250_000_000, 'storage_bytes', '250 MB'],
    [1_000_000_000_000, 'storage_bytes', '1 TB'],
    [0, 'storage_bytes', '0 kB'],
    [41_200, 'storage_bytes', '41.2 kB'],
  ])('writes %s of %s as %s', (value, meter, text) => {
    expect(valueText({ kind: 'quota', meter }, value, words, 'en')).toBe(text);
  });

  it('counts days where the key says so', () => {
    expect(valueText({ key: 'usage.history_days', kind: 'feature', meter: null }, 90, words, 'en')).toBe('90 days');
  });

  it('takes −1 for a number where the flag is no quota', () => {
    expect(valueText({ kind: 'feature', meter: null }, -1, words, 'en')).toBe('-1');
  });
});

describe('the shipped catalogue', () => {
  const flags: Record<string, ShippedFlag> = shippedFlags;

  it('gives every flag a default of its own type, and every quota a meter', () => {
    for (const [key, flag] of Object.entries(flags)) {
      expect(isFlagValue(flag, flag.default), key).toBe(true);
      expect(flag.kind === 'quota', key).toBe(flag.meter !== undefined);
    }
  });

  it('gives every plan values of the right type', () => {
    for (const plan of Object.values<ShippedPlan>(shippedPlans)) {
      for (const [key, value] of Object.entries(plan.values))
        expect(isFlagValue(flags[key] ?? quota, value), `${plan.name} ${key}`).toBe(true);
    }
  });

  it('never gives less in a higher plan', () => {
    const plans = Object.values<ShippedPlan>(shippedPlans).sort((a, b) => a.position - b.position);
    for (const [lower, higher] of plans.slice(1).map((plan, at) => [plans[at], plan] as const)) {
      for (const [key, flag] of Object.entries(flags)) {
        if (flag.type === 'string') continue;
        expect(rank(valueIn(higher, key)), key).toBeGreaterThanOrEqual(rank(valueIn(lower, key)));
      }
    }
  });

  it('names every feature that a page of the portal asks for', () => {
    for (const page of portalNavigation) if ('feature' in page) expect(flags[page.feature]?.type).toBe('boolean');
  });

  function valueIn(plan: ShippedPlan | undefined, key: string) {
    return resolveFlag(
      { ...fixed, ...flags[key], defaultValue: flags[key]?.default },
      (plan?.values as Record<string, unknown>)[key],
    ).value;
  }

  function rank(value: boolean | number | string): number {
    return value === -1 ? Infinity : Number(value);
  }
});
