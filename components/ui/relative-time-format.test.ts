import { expect, it } from 'vitest';
import { formatExact, formatRelative } from './relative-time-format';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it.each([
  [0, 'now'],
  [44, 'now'],
  [45, '1 minute ago'],
  [59 * 60 + 59, '59 minutes ago'],
  [60 * 60, '1 hour ago'],
  [23 * 3600 + 3599, '23 hours ago'],
  [24 * 3600, 'yesterday'],
  [6 * 86400, '6 days ago'],
  [7 * 86400, 'last week'],
  [29 * 86400, '4 weeks ago'],
  [30 * 86400, 'last month'],
  [364 * 86400, '12 months ago'],
  [365 * 86400, 'last year'],
  [-3 * 3600, 'in 3 hours'],
  [-86400, 'tomorrow'],
])('%i seconds before reads "%s"', (seconds, text) => {
  expect(formatRelative(ago(seconds), now, 'en')).toBe(text);
});

it("speaks the reader's language", () => {
  expect(formatRelative(ago(7200), now, 'de')).toBe('vor 2 Stunden');
});

it('shows the exact moment in the zone of the person, and names the zone', () => {
  const exact = formatExact(now, 'en-GB', 'America/New_York');
  expect(exact).toContain('08:00:00');
  expect(exact).toContain('10 Mar 2026');
  expect(exact).toMatch(/GMT-4|EDT/);
});
