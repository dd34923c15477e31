/** What a browser holds that a draft of the brand was opened in. Under TLS no sibling host can set it (RFC 6265bis, `__Host-`). */
export function brandPreviewCookie(https: boolean): string {
  return https ? '__Host-portico.preview' : 'portico.preview';
}

/**
 * Whether a path of a site is one of its pages. They are rendered once for all visitors; for a browser that may see a draft they have a
 * twin that is rendered for it alone (app/hosts/[host]/draft). Whether it may is for the twin to check: here nothing is known but that
 * it claims to.
 */
export function isSitePage(pathname: string): boolean {
  return !FILES.includes(pathname) && !FOLDERS.test(pathname);
}

const FILES = ['/unlock', '/robots.txt', '/favicon.ico', '/manifest.webmanifest', '/sitemap.xml'];
const FOLDERS = /^\/(?:brand|site-code|preview|\.well-known)(?:\/|$)/;
