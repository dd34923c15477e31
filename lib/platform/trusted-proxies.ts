import 'server-only';
import { BlockList, isIP } from 'node:net';
import { env } from './env';

/** Whether an address is one of TRUSTED_PROXIES, or in a network that is. */
export function isTrustedProxy(address: string): boolean {
  const { trustedProxies } = env();
  if (list?.of !== trustedProxies) list = { of: trustedProxies, networks: networksOf(trustedProxies) };
  const plain = address.replace(/^::ffff:/, '');
  const family = isIP(plain);
  return family !== 0 && list.networks.check(plain, familyName(family));
}

let list: { of: readonly string[]; networks: BlockList } | undefined;

function networksOf(entries: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = familyName(isIP(address));
    if (bits === undefined) networks.addAddress(address, family);
    else networks.addSubnet(address, Number(bits), family);
  }
  return networks;
}

function familyName(family: number): 'ipv4' | 'ipv6' {
  return family === 4 ? 'ipv4' : 'ipv6';
}
