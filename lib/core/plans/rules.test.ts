import { describe, expect, it } from 'vitest';
import { isFlagValue, maxStringLength } from './rules';

const text = { type: 'string', kind: 'feature' } as const;
const quota = { type: 'number', kind: 'quota' } as const;

describe('isFlagValue', () => {
  it('holds texts to their longest length', () => {
    expect(isFlagValue(text, 'x'.repeat(maxStringLength))).toBe(true);
    expect(isFlagValue(text, 'x'.repeat(maxStringLength + 1))).toBe(false);
  });

  it('takes quotas from −1 (no limit) up to the largest safe whole number', () => {
    expect([-1, 0, 1, Number.MAX_SAFE_INTEGER].every((value) => isFlagValue(quota, value))).toBe(true);
    expect(
      [-2, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Infinity].some((value) => isFlagValue(quota, value)),
    ).toBe(false);
  });

  it('takes any finite number for a number that is no quota', () => {
    const rate = { ...quota, kind: 'feature' } as const;
    expect([-2, 0.5].every((value) => isFlagValue(rate, value))).toBe(true);
    expect([Number.NaN, -Infinity].some((value) => isFlagValue(rate, value))).toBe(false);
  });
});
