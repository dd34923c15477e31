import { env } from './env';

/** Local names are served in the clear on the configured port; every other name stands behind TLS on the usual one. */
export function hostOrigin(host: string): string {
  return isLocalName(host) ? `http://${host}${localPort()}` : `https://${host}`;
}

export function consoleHost(): string {
  return `console.${bare(env().rootDomain)}`;
}

/** The find-your-portal page. */
export function rootHost(): string {
  return bare(env().rootDomain);
}

export function portalHost(slug: string): string {
  return `${slug}.${bare(env().rootDomain)}`;
}

export function siteHost(slug: string): string {
  return `${slug}.${bare(env().sitesDomain)}`;
}

/** Whether cookies of this host may demand TLS (`__Host-`). */
export function isSecureHost(host: string): boolean {
  return !isLocalName(host);
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1';
}

function localPort(): string {
  const port = env().rootDomain.split(':')[1];
  return port && port !== '80' ? `:${port}` : '';
}

function bare(domain: string): string {
  return domain.split(':')[0] ?? domain;
}
