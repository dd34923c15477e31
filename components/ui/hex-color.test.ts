import { expect, it } from 'vitest';
import { readHexColor } from './hex-color';

it.each([
  ['#2C4FC4', '#2c4fc4'],
  [' 2c4fc4 ', '#2c4fc4'],
  ['#abc', '#aabbcc'],
  ['#2c4fc', null],
  ['rebeccapurple', null],
  ['', null],
])('%j is read as %s', (text, hex) => {
  expect(readHexColor(text)).toBe(hex);
});
