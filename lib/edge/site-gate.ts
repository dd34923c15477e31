/** Under TLS a cookie of a sibling host can't take this name (RFC 6265bis, `__Host-`). */
export function siteGateCookie(https: boolean): string {
  return https ? '__Host-site_access' : 'site_access';
}

/** Where a visitor without the cookie is shown the form. */
export const UNLOCK_PATH = '/unlock';

/**
 * What a closed site shows all the same: its form, its signs, and what machines ask every host for. Each by its whole shape: a path below
 * one of them is a page of the site, and its 404 wears the menu and the words that the password keeps.
 */
export function isOpenPath(pathname: string): boolean {
  return OPEN_FILES.includes(pathname) || OPEN_FOLDERS.test(pathname);
}

const OPEN_FILES = [
  ...[UNLOCK_PATH, '/robots.txt', '/favicon.ico', '/manifest.webmanifest'],
  ...['/.well-known/security.txt', '/.well-known/change-password', '/.well-known/portico-canary.json'],
];
/** Each of these names a file or a link by one segment, and answers without the site around it. */
const OPEN_FOLDERS = /^\/(?:brand|site-code|preview\/brand)\/[^/]+$/;

/** @param gate lower-case hex SHA-256 of the cookie's value */
export async function opensGate(cookie: string | undefined, gate: string): Promise<boolean> {
  if (cookie === undefined) return false;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(cookie));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === gate;
}

/** Files and proofs are each host's own; everything else of a secondary host is found at the primary one. */
export function leadsToPrimary(pathname: string): boolean {
  return (
    !['/robots.txt', '/favicon.ico', '/manifest.webmanifest'].includes(pathname) &&
    !['/.well-known/', '/brand/'].some((prefix) => pathname.startsWith(prefix))
  );
}
