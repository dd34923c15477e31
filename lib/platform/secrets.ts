import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** Keys derived from MASTER_KEY and AUTH_SECRET, one per purpose, so that no two uses share key material. */

/** 256-bit random token, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: SHA-256, hex. Tokens carry 256 bits, so a fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A token that can be derived again from its record's id, so that it is never stored. Base64url, 256 bits. */
export function derivedToken(purpose: string, id: string): string {
  return createHmac('sha256', env().masterKey).update(`${purpose}:${id}`).digest('base64url');
}

/** Signing secret of one host's sessions: one tenant's cookie is worth nothing at another. Hex. */
export function sessionSecret(scope: string): string {
  return createHmac('sha256', env().authSecret).update(`session:${scope}`).digest('hex');
}

/** Wraps a tenant's data key. Layout: 12-byte IV, 16-byte tag, ciphertext; AAD binds tenant and version. */
export function wrapKey(dataKey: Buffer, tenantId: string, version: number): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', masterWrappingKey(), iv);
  cipher.setAAD(Buffer.from(`tenant-key:${tenantId}:${version}`));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the key was altered or belongs to another tenant or version. */
export function unwrapKey(wrapped: Buffer, tenantId: string, version: number): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', masterWrappingKey(), wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(`tenant-key:${tenantId}:${version}`));
  decipher.setAuthTag(wrapped.subarray(12, 28));
  return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
}

function masterWrappingKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().masterKey, '', 'portico tenant key wrapping', 32));
}
