import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { isInternalCaller, mark, showsInternalToken, TLS_ASK_PATH } from './local-callers';

type Incoming = Pick<IncomingMessage, 'url' | 'headers' | 'socket'>;

function asked(
  remoteAddress: string,
  headers: Record<string, string> = {},
  url = `${TLS_ASK_PATH}?domain=a.test`,
): boolean {
  const request = { url, headers: { ...headers }, socket: { remoteAddress } } as unknown as Incoming;
  mark(request);
  return isInternalCaller(new Headers(request.headers as Record<string, string>));
}

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1/none');
  resetEnv();
});

afterAll(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

/** The mark of an honest request, which somebody saw and repeats. */
function stolenMark(): Record<string, string> {
  const request = { url: TLS_ASK_PATH, headers: {}, socket: { remoteAddress: '127.0.0.1' } } as unknown as Incoming;
  mark(request);
  return request.headers as Record<string, string>;
}

describe('who may ask on internal paths', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('is this machine itself: %s', (address) => {
    expect(asked(address)).toBe(true);
  });

  it.each(['192.0.2.1', '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', ''])('is nobody elsewhere: %s', (address) => {
    expect(asked(address)).toBe(false);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via'])(
    'is nobody whom a terminator on this machine passed on with %s',
    (name) => expect(asked('127.0.0.1', { [name]: '127.0.0.1' })).toBe(false),
  );

  it('is nobody who brings the mark along, not even the right one', () => {
    expect(asked('192.0.2.1', { 'x-local-caller': 'true' })).toBe(false);
    expect(asked('192.0.2.1', stolenMark())).toBe(false);
  });

  it('marks nothing on other paths', () => {
    expect(asked('127.0.0.1', {}, '/tenants')).toBe(false);
  });

  it('shows what names tenants to the holder of the token alone, not to this machine', () => {
    const token = 'internal token of the test, 32 characters and more';
    expect(showsInternalToken(new Headers({ authorization: `Bearer ${token}` }))).toBe(false);
    vi.stubEnv('INTERNAL_TOKEN', token);
    resetEnv();
    expect(showsInternalToken(new Headers(stolenMark()))).toBe(false);
    expect(showsInternalToken(new Headers({ authorization: `Bearer ${token}` }))).toBe(true);
  });
});
