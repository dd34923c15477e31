import { describe, expect, it } from 'vitest';
import { inLanguage } from '@/lib/messages/current-language';
import en from '@/lib/messages/en/shippedFlags.json';
import { shippedFlags, type ShippedFlag } from './catalogue';
import { inReadersWords } from './flag-words';

const shipped = Object.entries<ShippedFlag>(shippedFlags);

describe('the words of a flag', () => {
  it('are there for each that ships, and the same in English', () => {
    expect(en).toEqual(
      Object.fromEntries(
        shipped.map(([key, { name, description }]) => [key.replaceAll('.', '_'), { name, description }]),
      ),
    );
  });

  it('are in the reader’s language where they are the shipped ones', () => {
    const flag = { key: 'domains.custom', ...shippedFlags['domains.custom'], id: '1' };
    expect(inLanguage('de', () => inReadersWords(flag))).toMatchObject({ id: '1', name: 'Eigene Domains' });
    expect(inReadersWords(flag)).toEqual(flag);
  });

  it('are what somebody wrote where somebody did', () => {
    const { description } = shippedFlags['domains.custom'];
    const renamed = { key: 'domains.custom', name: 'Your domain', description };
    expect(inLanguage('de', () => inReadersWords(renamed)).name).toBe('Your domain');
    expect(inLanguage('de', () => inReadersWords(renamed)).description).not.toBe(description);
    const own = { key: 'own.flag', name: 'Custom domains', description: '' };
    expect(inLanguage('de', () => inReadersWords(own))).toEqual(own);
  });
});
