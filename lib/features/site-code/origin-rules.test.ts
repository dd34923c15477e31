import { describe, expect, it } from 'vitest';
import { originFault, originFaults } from './origin-rules';
import { emptyCode } from './rules';

const own = ['portico.example', 'sites.portico.example', 'www.acme.example'];

describe('an origin that a tenant names', () => {
  it.each([
    'https://cdn.example.com',
    'https://*.example.com',
    'https://cdn.example.com:8443',
    'https://xn--bcher-kva.example',
  ])('may be %s', (origin) => expect(originFault(origin, own)).toBeNull());

  it.each([
    ['http://cdn.example.com', 'originScheme'],
    ['HTTPS://cdn.example.com', 'originScheme'],
    ['data:', 'originScheme'],
    ["'unsafe-eval'", 'originScheme'],
    ['*', 'originScheme'],
    ['https://*', 'originWildcard'],
    ['https://*.com', 'originHost'],
    ['https://a.*.example.com', 'originWildcard'],
    ['https://*.*.example.com', 'originWildcard'],
    ['https://cdn.example.com/', 'originPath'],
    ['https://cdn.example.com/a?b#c', 'originPath'],
    ['https://cdn.example.com; script-src *', 'originWildcard'],
    ["https://cdn.example.com 'unsafe-inline'", 'originHost'],
    ['https://cdn.example.com,https://b.example', 'originPath'],
    ['https://cdn.example.com\nscript-src', 'originHost'],
    ['https://user@cdn.example.com', 'originHost'],
    ['https://CDN.example.com', 'originHost'],
    ['https://bücher.example', 'originHost'],
    ['https://cdn.example.com.', 'originHost'],
    ['https://localhost', 'originHost'],
    ['https://127.0.0.1', 'originHost'],
    ['https://0x7f.1', 'originHost'],
    ['https://[::1]', 'originHost'],
    ['https://cdn.example.com:0', 'originHost'],
    ['https://console.portico.example', 'originOwn'],
    ['https://portico.example', 'originOwn'],
    ['https://other.sites.portico.example', 'originOwn'],
    ['https://*.portico.example', 'originOwn'],
    ['https://*.acme.example', 'originOwn'],
    ['https://www.acme.example', 'originOwn'],
  ])('can’t be %j: %s', (origin, fault) => expect(originFault(origin, own)).toBe(fault));

  it('stands once in its list, and faults are told by kind', () => {
    const origins = { ...emptyCode().origins, img: ['https://a.example', 'https://a.example'], frame: ['https://*'] };
    expect(originFaults(origins, own)).toEqual({ 'origins.img': 'originTwice', 'origins.frame': 'originWildcard' });
  });
});
