import 'server-only';
import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';
import { isSecureHost } from '@/lib/platform/origins';
import { sessionSecret } from '@/lib/platform/secrets';
import { isUuid } from '@/lib/platform/ids';

/** Whose sessions: a tenant's id, or the console. Each has its own secret, so a token of one is noise to another. */
export type SessionScope = { tenantId: string } | 'console';

/** A session ends after this many seconds, used or not. */
export const sessionSeconds = 7 * 24 * 60 * 60;

/** Host-only always; under TLS the `__Host-` prefix makes the browser refuse a cookie that a sibling host tries to toss in. */
export function sessionCookie(host: string) {
  const secure = isSecureHost(host);
  return {
    name: secure ? '__Host-portico.session' : 'portico.session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

/** The session id inside a cookie, or null where it is absent, forged, expired or of another scope. */
export async function readSessionToken(
  scope: SessionScope,
  host: string,
  cookie: string | undefined,
): Promise<string | null> {
  if (!cookie) return null;
  const secret = secretOf(scope);
  const salt = sessionCookie(host).name;
  const key = `${secret} ${salt} ${cookie}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  const id = await openToken(cookie, secret, salt);
  if (id !== null) opened.set(key, id);
  return id;
}

/**
 * Tokens opened lately, each under the secret and the salt that opened it: deriving the key and decrypting was a twentieth of a page.
 * What a token says never changes; whether its session still lives is asked of the database. Only the genuine are kept, so
 * forgeries push nobody out.
 */
const opened = new LRUCache<string, string>({ max: 5_000, ttl: 60_000 });

async function openToken(token: string, secret: string, salt: string): Promise<string | null> {
  try {
    const id = (await decode({ token, secret, salt }))?.sid;
    return typeof id === 'string' && isUuid(id) ? id : null;
  } catch {
    return null;
  }
}

/** For tests and the load generator: the cookie value that a sign-in would set. */
export async function writeSessionToken(scope: SessionScope, host: string, sessionId: string): Promise<string> {
  return encode({
    token: { sid: sessionId },
    secret: secretOf(scope),
    salt: sessionCookie(host).name,
    maxAge: sessionSeconds,
  });
}

export function secretOf(scope: SessionScope): string {
  return sessionSecret(scope === 'console' ? 'console' : scope.tenantId);
}
