import 'server-only';
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import { env } from '@/lib/platform/env';
import { canonicalJson } from './canonical-json';
import type { Evidence, SignedEvidence } from './schema';

/** A public key as others read it (RFC 8037). */
interface PublicJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
}

/** Ed25519 (RFC 8032) over the canonical form. The key follows from MASTER_KEY, so every node has it and nobody stores it. */
export function signEvidence(payload: Evidence): SignedEvidence {
  const key = privateKey();
  const signature = sign(null, Buffer.from(canonicalJson(payload)), key).toString('base64url');
  return { payload, algorithm: 'Ed25519', signature, keyId: jwkOf(key).kid };
}

/** Whether this installation's key of today made the signature, over exactly this. */
export function isSignedByUs({ payload, signature, keyId }: Omit<SignedEvidence, 'algorithm'>): boolean {
  const key = privateKey();
  if (keyId !== jwkOf(key).kid) return false;
  return verify(null, Buffer.from(canonicalJson(payload)), createPublicKey(key), Buffer.from(signature, 'base64url'));
}

/** The published keys (RFC 7517). */
export function publicKeys(): { keys: PublicJwk[] } {
  return { keys: [jwkOf(privateKey())] };
}

// The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); the seed follows.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

function privateKey(): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', env().masterKey, '', 'portico canary signature', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The key id is the key's thumbprint (RFC 7638). */
function jwkOf(key: KeyObject): PublicJwk {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`);
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint.digest('base64url'), alg: 'EdDSA', use: 'sig' };
}
