import { MAX_DATA_CHARACTERS } from './css-rules';

/** Where the tenant's own pictures are, on every host of the tenant. */
const OWN_ASSET = /^\/(?:api\/assets|brand)\/[\w.-]{1,120}(?:\?v=\w{1,40})?$/;
const DATA_PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}$/;

export type AddressFault = 'address' | 'dataAddress';

/** What a stylesheet may fetch: the tenant's own pictures, and small ones that it brings along. */
export function assetFault(address: string): AddressFault | null {
  if (OWN_ASSET.test(address)) return null;
  if (!/^\s*data:/i.test(address)) return 'address';
  return DATA_PICTURE.test(address) && address.length <= MAX_DATA_CHARACTERS ? null : 'dataAddress';
}

/** Whether an https address is on one of the named origins. `https://*.example.com` stands for every name below. */
export function isOnNamedOrigin(address: string, named: readonly string[]): boolean {
  const url = parseAddress(address);
  return url !== null && named.some((origin) => originCovers(origin, url));
}

/** A link leads to the web, to mail, to a telephone, or to a place on the site itself. */
export function isLink(address: string): boolean {
  if (/[\p{Cc}\\]/u.test(address)) return false;
  if (/^(?:#|\/(?!\/)|\?)/.test(address)) return true;
  if (/^(?:mailto:|tel:)[^\s<>]+$/i.test(address)) return true;
  if (/^https?:\/\//i.test(address)) return parseWeb(address) !== null;
  return /^[\w-][\w./-]*(?:[?#]\S*)?$/.test(address);
}

function originCovers(origin: string, url: URL): boolean {
  const wildcard = /^https:\/\/\*\.([^:/]+)(?::(\d+))?$/.exec(origin);
  if (!wildcard) return url.origin === origin;
  return url.hostname.endsWith(`.${wildcard[1]}`) && url.port === (wildcard[2] ?? '');
}

function parseAddress(address: string): URL | null {
  const url = /^https:\/\/[^\p{Cc}\s\\]+$/u.test(address) ? parseWeb(address) : null;
  return url?.protocol === 'https:' ? url : null;
}

function parseWeb(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
}
