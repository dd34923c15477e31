import 'server-only';
import { publicKeys } from '@/lib/features/canary/signing-key';
import { env } from '@/lib/platform/env';
import { hostOrigin } from '@/lib/platform/origins';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { file, nothingHere, textFile } from './answers';
import { portalOrigin } from './portal-origin';

/** Where finders of a vulnerability turn (RFC 9116): the mailbox that RFC 2142 reserves, at the operator's own domain. */
export function securityTxt(host: string): Response {
  const operator = env().rootDomain.split(':')[0] ?? '';
  const expires = new Date(Date.now() + EXPIRES_MS);
  expires.setUTCHours(0, 0, 0, 0);
  return textFile([
    `Contact: mailto:security@${operator}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${hostOrigin(host)}/.well-known/security.txt`,
  ]);
}

/** Where password managers send people to change a password (W3C change-password-url): on this host. */
export function toAccount(): Response {
  return redirect('/account');
}

/** A site has no accounts; its people's are at the portal. */
export async function toPortalAccount(record: HostRecord): Promise<Response> {
  const origin = await portalOrigin(record);
  return origin === null ? nothingHere() : redirect(`${origin}/account`);
}

/** The keys that the canary's evidence is signed with (RFC 7517), the same on every host. */
export function canaryKeys(): Response {
  return file(JSON.stringify(publicKeys()), 'application/json; charset=utf-8', 300);
}

const EXPIRES_MS = 180 * 24 * 60 * 60 * 1_000;

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}
