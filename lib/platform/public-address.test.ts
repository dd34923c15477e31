import { describe, expect, it } from 'vitest';
import { isPublicAddress, kindOfAddress } from './public-address';

describe('an address that may be asked', () => {
  it.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '192.0.1.1', '2606:4700::1111', '2a00:1450::1'])(
    'is %s of the public internet',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::']],
    ['a private network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['link-local, where clouds keep their secrets', ['169.254.169.254', 'fe80::1', 'fe80::1%1', 'fd00:ec2::254']],
    ['shared by a provider', ['100.64.0.1', '100.127.255.255']],
    ['for documentation or measuring', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '2001:db8::1']],
    ['multicast, broadcast or reserved', ['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', 'ff02::1']],
    [
      'IPv4 mapped into IPv6',
      ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1'],
    ],
    ['IPv4 behind NAT64', ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::a00:1']],
    ['IPv4 inside 6to4 or Teredo', ['2002:7f00:1::', '2002:a00:1::1', '2001:0:7f00:1::1']],
  ])('is not one of %s', (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it.each([
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0x7f.1',
    '127.0.0.01',
    '',
    'localhost',
    '[::1]',
    '8.8.8.8 ',
  ])('is written as one: %j is a name, or nothing', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('what an address is for', () => {
  it.each<[string, string[]]>([
    ['public', ['8.8.8.8', '2606:4700::1111']],
    [
      'private',
      ['10.1.2.3', '127.0.0.1', '100.64.0.1', '169.254.169.254', '::1', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1'],
    ],
    ['documentation', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1', '3fff::1', '::ffff:203.0.113.9']],
    [
      'reserved',
      ['0.0.0.0', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '64:ff9b::1', '2002::1', 'ff02::1'],
    ],
  ])('is %s', (kind, addresses) => {
    for (const address of addresses) expect(kindOfAddress(address), address).toBe(kind);
  });
});
