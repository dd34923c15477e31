import { expect, it } from 'vitest';
import { visiblePath } from './use-current-path';

it.each([
  ['/members', '/members'],
  ['/hosts/acme.localhost%3A3000/members', '/members'],
  ['/hosts/acme.localhost', '/'],
  ['/hosts/acme.localhost/', '/'],
  ['/', '/'],
])('%s is seen as %s', (path, visible) => {
  expect(visiblePath(path)).toBe(visible);
});
