import { describe, expect, it } from 'vitest';
import words from '@/lib/messages/en/audit.json';
import { platformAuditActions, tenantAuditActions } from './actions';
import { actionKey, actionsNamed, startOfDay } from './rules';

const labels: Record<string, string> = words.action;
const sentences: Record<string, string> = words.sentence;

it.each([...tenantAuditActions])('has words for %s, alone and as a sentence', (action) => {
  expect(labels[actionKey(action)]).toBeTruthy();
  expect(sentences[actionKey(action)]).toMatch(/\{actor\}/);
});

it.each([...platformAuditActions])('has words for %s', (action) => {
  expect(labels[actionKey(action)]).toBeTruthy();
});

it('has no words for actions that do not exist', () => {
  const known = new Set([...tenantAuditActions, ...platformAuditActions].map(actionKey));
  expect(Object.keys(labels).filter((key) => !known.has(key))).toEqual([]);
  expect(Object.keys(sentences).filter((key) => !known.has(key))).toEqual([]);
});

it('finds actions by their words', () => {
  expect(actionsNamed('INVIT', (key) => labels[key] ?? '')).toContain('member.invited');
  expect(actionsNamed('no such words', (key) => labels[key] ?? '')).toEqual([]);
});

describe('startOfDay', () => {
  it.each([
    ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-01-01', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment);
  });

  it('gives the end of a day of 23 hours', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin', 1).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });
});
