import type { Locator } from '@playwright/test';

/** Hue in degrees of what is painted behind this element, whatever notation the stylesheet used. */
export async function backgroundHue(element: Locator): Promise<number> {
  const painted = await element.evaluate((node) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(node).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  return hueOf(painted);
}

/** The brand colour itself, or a shade of it that is easier to read. */
export function isShadeOf(hue: number, hex: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const distance = Math.abs(hue - hueOf(channels));
  return Math.min(distance, 360 - distance) < 15;
}

function hueOf([red = 0, green = 0, blue = 0]: number[]): number {
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (max === min) return 0;
  const span = max - min;
  const sixth =
    max === red ? (green - blue) / span : max === green ? (blue - red) / span + 2 : (red - green) / span + 4;
  return (sixth * 60 + 360) % 360;
}
