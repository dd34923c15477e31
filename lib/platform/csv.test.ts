import { expect, it } from 'vitest';
import { csvLine } from './csv';

it('defuses every cell that a spreadsheet would run', () => {
  expect(csvLine(['=1+1', '+cmd', '-2+3', '@x', '\tx'])).toBe(`'=1+1,'+cmd,'-2+3,'@x,'\tx\r\n`);
});

it('keeps numbers, quotes what needs it and leaves nothing for null', () => {
  expect(csvLine([-5, '-5', 'a,"b"', null, 'two\nlines'])).toBe('-5,-5,"a,""b""",,"two\nlines"\r\n');
});
