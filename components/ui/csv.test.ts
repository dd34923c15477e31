import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('quotes what RFC 4180 wants quoted and doubles quotes inside', () => {
  expect(toCsv(['name', 'note'], [['Acme, Inc.', 'said "yes"\nthen left']])).toBe(
    'name,note\r\n"Acme, Inc.","said ""yes""\nthen left"\r\n',
  );
});

it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx'])('disarms %j, which a spreadsheet would run', (cell) => {
  expect(toCsv(['a'], [[cell]])).toContain(`'${cell}`);
});

it('keeps numbers as numbers, also negative ones, and writes nothing for no value', () => {
  expect(toCsv(['a', 'b', 'c', 'd'], [[-5, '-5.25', null, undefined]])).toBe('a,b,c,d\r\n-5,-5.25,,\r\n');
});
