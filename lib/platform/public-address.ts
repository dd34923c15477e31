import { BlockList, isIP } from 'node:net';

/**
 * Whether an address is one of the public internet. Everything else (this machine, private and shared networks, link-local, documentation,
 * multicast, and IPv4 written inside IPv6) is refused, so that nobody makes the server knock on doors inside (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

export type AddressKind = 'public' | 'private' | 'documentation' | 'reserved';

/** What an address is for, as far as a person has to know who has entered it somewhere. */
export function kindOfAddress(address: string): AddressKind {
  if (isPublicAddress(address)) return 'public';
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (inside.check(address, family)) return 'private';
  return examples.check(address, family) ? 'documentation' : 'reserved';
}

const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** What is handed out as global unicast; IPv4 inside IPv6, NAT64 and link-local lie outside. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** This machine, networks without an address of their own on the internet, and those of a provider (RFC 1918, 4193, 6598, 3927). */
const inside = listOf([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
]);

/** What manuals write (RFC 5737, 3849, 9637). */
const examples = listOf([
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['2001:db8::', 32],
  ['3fff::', 20],
]);

function listOf(networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, isIP(network) === 6 ? 'ipv6' : 'ipv4');
  return list;
}
