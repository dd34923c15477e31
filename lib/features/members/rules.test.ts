import { describe, expect, it } from 'vitest';
import { memberRoles } from '@/lib/core/access/roles';
import { assignableRoles, invitationExpiry, parseAddresses, refusalOf } from './rules';

const person = (id: string, role: (typeof memberRoles)[number], status = 'active') => ({ id, role, status });

describe('refusalOf', () => {
  it('refuses every target and every wanted role above the own, and only those', () => {
    for (const own of memberRoles)
      for (const has of memberRoles)
        for (const wanted of memberRoles) {
          const above =
            memberRoles.indexOf(has) < memberRoles.indexOf(own) ||
            memberRoles.indexOf(wanted) < memberRoles.indexOf(own);
          expect(refusalOf(person('a', own), person('b', has), wanted, 5)).toBe(above ? 'rankTooLow' : null);
        }
  });

  it('keeps the last owner, whoever asks', () => {
    expect(refusalOf(person('a', 'owner'), person('a', 'owner'), 'admin', 0)).toBe('lastOwner');
    expect(refusalOf(person('a', 'owner'), person('b', 'owner'), null, 0)).toBe('lastOwner');
    expect(refusalOf(person('a', 'owner'), person('b', 'owner'), null, 1)).toBeNull();
    expect(refusalOf(person('a', 'owner'), person('b', 'owner'), 'owner', 0)).toBeNull();
  });

  it('lets a revoked owner be demoted, who is no owner any more', () => {
    expect(refusalOf(person('a', 'owner'), person('b', 'owner', 'revoked'), 'user', 0)).toBeNull();
  });

  it('refuses to change oneself', () => {
    expect(refusalOf(person('a', 'admin'), person('a', 'admin'), 'user', 1)).toBe('ownAccount');
    expect(refusalOf(person('a', 'admin'), person('a', 'admin'), null, 1)).toBe('ownAccount');
  });
});

it('hands out the own role and those below', () => {
  expect(assignableRoles('manager')).toEqual(['manager', 'user', 'viewer']);
  expect(assignableRoles('owner')).toEqual([...memberRoles]);
});

describe('parseAddresses', () => {
  it('reads what people paste', () => {
    const text =
      'Ada@Example.com, "Grace, Hopper" <grace@example.com>;\nAlan Turing <alan@example.com> ada@example.com\nnot-an-address';
    expect(parseAddresses(text)).toEqual({
      emails: ['ada@example.com', 'grace@example.com', 'alan@example.com'],
      faulty: ['not-an-address'],
    });
  });

  it('finds nothing in nothing', () => {
    expect(parseAddresses(' ,;\n ')).toEqual({ emails: [], faulty: [] });
  });
});

it('lets an invitation live for seven days', () => {
  expect(invitationExpiry(new Date('2026-03-01T12:00:00Z')).toISOString()).toBe('2026-03-08T12:00:00.000Z');
});
