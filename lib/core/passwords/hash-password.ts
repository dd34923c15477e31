import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with OWASP's minimum (19 MiB, 2 passes, 1 lane). `algorithm: 2` is argon2id; the enum is ambient and can't be imported here. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/**
 * Takes the same time whether or not there is a hash to compare with, so that an unknown account answers like a known one.
 * @param stored PHC string, or null where the account does not exist
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return stored !== null && matches;
}

let decoy: Promise<string> | undefined;
