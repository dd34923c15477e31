import { expect, it } from 'vitest';
import { placeBeside } from './place-beside';

const view = { width: 400, height: 600 };
const float = { width: 200, height: 100 };

it('opens below, aligned with the start of its anchor', () => {
  expect(placeBeside({ left: 50, top: 100, width: 80, height: 32 }, float, view, 'bottom', 'start')).toEqual({
    left: 50,
    top: 136,
  });
});

it('opens above when there is no room below', () => {
  expect(placeBeside({ left: 50, top: 540, width: 80, height: 32 }, float, view, 'bottom', 'start').top).toBe(436);
});

it('never leaves the window at its sides', () => {
  expect(placeBeside({ left: 380, top: 100, width: 16, height: 32 }, float, view, 'bottom', 'start').left).toBe(192);
  expect(placeBeside({ left: 2, top: 100, width: 16, height: 32 }, float, view, 'bottom', 'end').left).toBe(8);
});
