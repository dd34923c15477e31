import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { PREVIEW_PURPOSES, PREVIEW_SECONDS, readPreview, signPreview } from './preview-token';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1/nothing');
  resetEnv();
});
afterAll(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

const acme = { tenantId: '0190a1b2-0000-7000-8000-000000000001' };
const globex = { tenantId: '0190a1b2-0000-7000-8000-000000000002' };
const subject = '0190a1b2-0000-7000-8000-00000000000a';
const now = new Date('2026-11-28T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('a preview token', () => {
  let token: string;
  beforeAll(() => {
    token = signPreview(acme, 'page', subject, now);
  });

  it('opens what it was made for, until its time is over', () => {
    expect(readPreview(acme, 'page', token, now)).toBe(subject);
    expect(readPreview(acme, 'page', token, later(PREVIEW_SECONDS - 1))).toBe(subject);
    expect(readPreview(acme, 'page', token, later(PREVIEW_SECONDS))).toBeNull();
  });

  it('is noise to another tenant and to every other purpose', () => {
    expect(readPreview(globex, 'page', token, now)).toBeNull();
    for (const purpose of PREVIEW_PURPOSES.filter((other) => other !== 'page'))
      expect(readPreview(acme, purpose, token, now)).toBeNull();
  });

  it('is worth nothing with any part of it altered', () => {
    for (let at = 0; at < token.length; at += 1) {
      const altered = token.slice(0, at) + (token[at] === '7' ? '8' : '7') + token.slice(at + 1);
      expect(readPreview(acme, 'page', altered, now)).toBeNull();
    }
    for (const other of ['', '.', '..', token + 'a', ` ${token}`, token.slice(1)])
      expect(readPreview(acme, 'page', other, now)).toBeNull();
  });
});
