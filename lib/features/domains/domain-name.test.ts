import { describe, expect, it } from 'vitest';
import { displayName, isApexName, readDomainName } from './domain-name';

const ours = ['portico.test', 'sites.portico.test', 'edge.portico.test'];
const read = (typed: string) => readDomainName(typed, ours);

describe('readDomainName', () => {
  it('makes one form of every spelling', () => {
    for (const typed of ['Bücher.Example', 'xn--bcher-kva.example.', ' bücher.example ', 'https://bücher.example/'])
      expect(read(typed)).toMatchObject({ ok: true, host: 'xn--bcher-kva.example', display: 'bücher.example' });
  });

  it.each([
    ['portal.example.com:8080', 'malformed'],
    ['a b.example', 'malformed'],
    ['user@example.com', 'malformed'],
    ['192.0.2.1', 'address'],
    ['[2001:db8::1]', 'address'],
    ['0x7f.1', 'address'],
    ['intranet', 'single_label'],
    ['portico.test', 'reserved'],
    ['acme.portico.test', 'reserved'],
    ['app.localhost', 'reserved'],
    ['printer.local', 'reserved'],
    ['co.uk', 'public_suffix'],
    ['github.io', 'public_suffix'],
    ['pоrtico.test', 'confusable'],
    ['аcme.example', 'confusable'],
    ['rnail.portlco.test', 'confusable'],
  ])('refuses %s as %s', (typed, problem) => expect(read(typed)).toEqual({ ok: false, problem }));

  it('lets scripts through that are written together', () => {
    expect(read('東京タワー.example').ok).toBe(true);
    expect(read('москва.example').ok).toBe(true);
  });

  it('shows a name that reads like a Latin one as it is stored', () => {
    expect(displayName('xn--80ak6aa92e.com')).toBe('xn--80ak6aa92e.com');
    expect(displayName('xn--80adxhks.example')).toBe('москва.example');
  });

  it('knows where no CNAME can stand', () => {
    expect(isApexName('example.co.uk')).toBe(true);
    expect(isApexName('www.example.co.uk')).toBe(false);
  });
});
