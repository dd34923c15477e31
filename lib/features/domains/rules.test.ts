import { describe, expect, it } from 'vitest';
import { certificateNote, daysLeft, decide, mayRenew, type DomainState, type Sight } from './rules';
import type { CertificateState } from './schema';

const start = new Date('2026-03-01T00:00:00.000Z');
const day = 86_400_000;
const at = (days: number, ms = 0): Date => new Date(start.getTime() + days * day + ms);

const waiting: DomainState = {
  status: 'waiting',
  ownership: 'waiting',
  routing: 'waiting',
  certificate: 'none',
  challengeExpiresAt: at(7),
  checkCount: 0,
  invalidSince: null,
  warnings: 0,
  warnedAt: null,
};
const active: DomainState = {
  ...waiting,
  status: 'active',
  ownership: 'verified',
  routing: 'direct',
  certificate: 'valid',
  checkCount: 9,
};
const good: Sight = { ownership: 'right', routing: 'direct', certificate: 'valid', free: true };
const silent: Sight = { ownership: 'unknown', routing: 'unknown', certificate: 'unseen', free: true };
const gone: Sight = { ownership: 'wrong', routing: 'wrong', certificate: 'unseen', free: true };

describe('on the way into service', () => {
  it('needs both proof and routing', () => {
    expect(decide(waiting, { ...good, routing: 'wrong' }, at(0)).status).toBe('verified');
    expect(decide(waiting, { ...good, ownership: 'wrong' }, at(0)).status).toBe('waiting');
    expect(decide(waiting, good, at(0))).toMatchObject({ status: 'active', notice: 'activated' });
    expect(decide(waiting, { ...good, routing: 'proxied' }, at(0)).status).toBe('active');
  });

  it('takes nothing that somebody else has', () => {
    expect(decide(waiting, { ...good, free: false }, at(0))).toMatchObject({ status: 'waiting', ownership: 'refused' });
  });

  it('takes a token up to the moment it expires, and not at it', () => {
    expect(decide(waiting, good, at(7, -1)).ownership).toBe('verified');
    expect(decide(waiting, good, at(7))).toMatchObject({ ownership: 'expired', status: 'expired', nextCheckAt: null });
    expect(decide(waiting, silent, at(7)).status).toBe('expired');
  });

  it('ends a reservation that was never served when its proof is gone', () => {
    const verified: DomainState = { ...waiting, status: 'verified', ownership: 'verified', routing: 'wrong' };
    expect(decide(verified, gone, at(1))).toMatchObject({
      status: 'waiting',
      ownership: 'waiting',
      invalidSince: null,
    });
    expect(decide(verified, silent, at(1)).status).toBe('verified');
  });

  it('looks again soon, then ever more rarely', () => {
    let state = waiting;
    const gaps: number[] = [];
    for (let count = 0; count < 12; count++) {
      const next = decide(state, gone, at(0));
      gaps.push((next.nextCheckAt?.getTime() ?? 0) - at(0).getTime());
      state = { ...state, ...next };
    }
    expect(gaps[0]).toBe(10_000);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps.at(-1)).toBe(3_600_000);
    expect(decide(active, good, at(0)).nextCheckAt).toEqual(at(1));
  });
});

describe('once in service', () => {
  it('starts the clock at the first failure and stops it at the first success', () => {
    const first = decide(active, gone, at(100));
    expect(first).toMatchObject({ status: 'trouble', invalidSince: at(100), notice: null });
    const second = decide({ ...active, ...first }, gone, at(100.5));
    expect(second.invalidSince).toEqual(at(100));
    expect(decide({ ...active, ...second }, good, at(101))).toMatchObject({
      status: 'active',
      invalidSince: null,
      warnings: 0,
      notice: null,
    });
  });

  it('takes silent resolvers for nothing: neither failure nor success', () => {
    expect(decide(active, silent, at(100))).toMatchObject({ status: 'active', invalidSince: null });
    const troubled = { ...active, ...decide(active, gone, at(100)) };
    expect(decide(troubled, silent, at(101)).invalidSince).toEqual(at(100));
  });

  it('warns after 1, 3 and 6 days, once each, and switches off after 7', () => {
    let state: DomainState = active;
    const told: string[] = [];
    for (let hour = 0; hour <= 8 * 24; hour++) {
      const next = decide(state, gone, at(100, hour * 3_600_000));
      if (next.notice && state.status !== 'off') told.push(`${next.notice} ${hour}`);
      state = { ...state, ...next };
    }
    expect(told).toEqual(['warning 24', 'warning 72', 'warning 144', 'off 168']);
  });

  it('never switches off unwarned, also where nothing was checked for weeks', () => {
    const troubled = { ...active, ...decide(active, gone, at(100)) };
    const late = decide(troubled, gone, at(130));
    expect(late).toMatchObject({ status: 'trouble', notice: 'warning' });
    const warned = { ...troubled, ...late };
    expect(decide(warned, gone, at(130.9)).status).toBe('trouble');
    expect(decide(warned, silent, at(132)).status).toBe('trouble');
    expect(decide(warned, gone, at(131))).toMatchObject({ status: 'off', notice: 'off', nextCheckAt: null });
  });

  it('stays off until somebody starts again, whatever the old record says', () => {
    const off: DomainState = { ...active, status: 'off', ownership: 'lost' };
    expect(decide(off, good, at(200))).toMatchObject({ status: 'off', notice: null });
    expect(mayRenew('off', 'lost')).toBe(true);
    expect(mayRenew('active', 'verified')).toBe(false);
  });

  it('counts the days that are left', () => {
    expect(daysLeft(at(0), at(0))).toBe(7);
    expect(daysLeft(at(0), at(6))).toBe(1);
    expect(daysLeft(at(0), at(9))).toBe(0);
  });
});

describe('what the ledger explains of a certificate', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const noteOf = (state: CertificateState, askedAt: string | null, freeAt: string | null) =>
    certificateNote({ certificate: { state, since: at }, certificateLedger: { askedAt, freeAt, limit: 50 } });

  it.each<[CertificateState, string | null, string | null, unknown]>([
    ['waiting', at, null, { key: 'certificateAsked', at }],
    ['waiting', null, null, { key: 'certificateUnasked' }],
    ['waiting', null, at, { key: 'certificateRefused', at }],
    ['waiting', at, at, { key: 'certificateAsked', at }],
    ['faulty', at, null, { key: 'certificateRenewal', at }],
    ['faulty', null, at, { key: 'certificateRefused', at }],
    ['valid', at, at, null],
    ['none', null, at, null],
  ])('of one that is %s, asked %s, budget free %s', (state, askedAt, freeAt, note) => {
    expect(noteOf(state, askedAt, freeAt)).toEqual(note);
  });
});
