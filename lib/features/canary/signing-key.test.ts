import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { canonicalJson } from './canonical-json';
import { operations, type Evidence } from './schema';
import { isSignedByUs, publicKeys, signEvidence } from './signing-key';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@localhost/none';
  resetEnv();
});

const payload: Evidence = {
  kind: 'portico.isolation-evidence',
  version: 1,
  runId: '0195',
  startedAt: '2026-11-21T03:41:00.000Z',
  finishedAt: '2026-11-21T03:41:01.000Z',
  tables: { members: 27, audit_events: 159 },
  operations: Object.fromEntries(
    operations.map((name) => [name, { attempts: 31, leaks: 0 }]),
  ) as Evidence['operations'],
  attempts: 186,
  leaks: 0,
  drift: 0,
  findingsSha256: 'ab',
};

describe('evidence', () => {
  it('verifies with the published key alone, whatever order its keys came back in', () => {
    const { signature, keyId } = signEvidence(payload);
    const jwk = publicKeys().keys.find(({ kid }) => kid === keyId);
    const shuffled = Object.fromEntries(Object.entries(payload).reverse());
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const sound = verify(null, Buffer.from(canonicalJson(shuffled)), key, Buffer.from(signature, 'base64url'));
    expect(sound).toBe(true);
    expect(jwk).not.toHaveProperty('d');
  });

  it('fails after any one byte of it or of its signature was changed', () => {
    const signed = signEvidence(payload);
    expect(isSignedByUs(signed)).toBe(true);
    const text = canonicalJson(payload);
    for (let at = 0; at < text.length; at++) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
      expect(isSignedByUs({ ...signed, payload: tryParse(changed) }), `byte ${at}`).toBe(false);
    }
    for (let at = 0; at < signed.signature.length - 1; at++) {
      const letter = signed.signature[at] === 'A' ? 'B' : 'A';
      const signature = signed.signature.slice(0, at) + letter + signed.signature.slice(at + 1);
      expect(isSignedByUs({ ...signed, signature }), `letter ${at}`).toBe(false);
    }
    expect(isSignedByUs({ ...signed, keyId: 'another' })).toBe(false);
  });

  it('of another installation is not ours', () => {
    const signed = signEvidence(payload);
    const kept = process.env.MASTER_KEY;
    process.env.MASTER_KEY = 'the master key of somebody else, quite long';
    resetEnv();
    try {
      expect(isSignedByUs(signed)).toBe(false);
      expect(publicKeys().keys[0]?.kid).not.toBe(signed.keyId);
    } finally {
      process.env.MASTER_KEY = kept;
      resetEnv();
    }
  });
});

/** What is no JSON any more is no evidence either. */
function tryParse(text: string): Evidence {
  try {
    return JSON.parse(text) as Evidence;
  } catch {
    return { ...payload, kind: text as Evidence['kind'] };
  }
}

describe('the canonical form', () => {
  it('sorts keys at every depth, keeps the order of lists, and has no white space', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 'x y' }, 2], a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":[{"a":"x y","z":1},2]}',
    );
  });
});
