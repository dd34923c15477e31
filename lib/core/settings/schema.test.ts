import { describe, expect, it } from 'vitest';
import { isTimeZone, regionFormats } from './schema';

describe('isTimeZone', () => {
  it('knows IANA names and UTC', () => {
    for (const name of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])
      expect(isTimeZone(name)).toBe(true);
  });

  it('refuses offsets, nonsense and nothing', () => {
    for (const name of ['+02:00', 'Europe/Atlantis', '', '../etc/passwd']) expect(isTimeZone(name)).toBe(false);
  });
});

it('offers only region formats that this runtime can write', () => {
  expect(Intl.DateTimeFormat.supportedLocalesOf([...regionFormats])).toHaveLength(regionFormats.length);
});
