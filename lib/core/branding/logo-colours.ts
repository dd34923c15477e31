import 'server-only';
import sharp from 'sharp';
import { hexToOklch, oklchToHex, type Oklch } from './oklch';

/**
 * Up to five brand colours found in a logo, the most characteristic first. White, black, grey and transparent parts propose
 * nothing unless there is nothing else: a black wordmark then proposes its black.
 *
 * @param image an image that has been through `reencodeImage`
 */
export async function proposeColours(image: Buffer): Promise<string[]> {
  const { data, info } = await sharp(image, { limitInputPixels: PIXELS_MAX })
    .resize(SAMPLE_SIZE, SAMPLE_SIZE, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

  const clusters = cluster(readPixels(data, info.channels));
  const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
  const present = clusters.filter(({ weight }) => weight / total >= SHARE_MIN);
  const coloured = present.filter(({ colour }) => isColoured(colour)).sort((a, b) => score(b) - score(a));
  if (coloured.length > 0) return distinct(coloured).map(({ colour }) => oklchToHex(colour));
  const darkest = present.sort((a, b) => a.colour.l - b.colour.l)[0];
  return darkest !== undefined && darkest.colour.l < 0.6 ? [oklchToHex(darkest.colour)] : [];
}

interface Cluster {
  colour: Oklch;
  weight: number;
}

const PIXELS_MAX = 4096 * 4096;
const SAMPLE_SIZE = 160;
const ALPHA_MIN = 128;
// Antialiased edges make many tiny clusters of mixed colour.
const SHARE_MIN = 0.01;
const PROPOSALS_MAX = 5;
const CHROMA_MIN = 0.04;
// Closer than this two colours read as one.
const DISTANCE_MIN = 0.1;

/** Pixels fall into cells of a coarse RGB grid; each cell speaks with its mean. */
function readPixels(data: Buffer, channels: number): Map<number, { r: number; g: number; b: number; count: number }> {
  const cells = new Map<number, { r: number; g: number; b: number; count: number }>();
  for (let offset = 0; offset + 3 < data.length; offset += channels) {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(offset, offset + 4);
    if (alpha < ALPHA_MIN) continue;
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    const cell = cells.get(key) ?? { r: 0, g: 0, b: 0, count: 0 };
    cells.set(key, { r: cell.r + r, g: cell.g + g, b: cell.b + b, count: cell.count + 1 });
  }
  return cells;
}

/** The largest cells found clusters, the smaller ones join what they resemble: no random start, so a logo always proposes the same. */
function cluster(cells: ReturnType<typeof readPixels>): Cluster[] {
  const clusters: Cluster[] = [];
  const bySize = [...cells.values()].sort((a, b) => b.count - a.count);
  for (const { r, g, b, count } of bySize) {
    const colour = hexToOklch(toHex(r / count, g / count, b / count));
    const near = clusters.find((candidate) => distance(candidate.colour, colour) < DISTANCE_MIN / 2);
    if (near === undefined) clusters.push({ colour, weight: count });
    else near.weight += count;
  }
  return clusters;
}

function isColoured({ l, c }: Oklch): boolean {
  return c >= CHROMA_MIN && l > 0.12 && l < 0.98;
}

/** Area counts, colour counts more: a small red mark beside a large dull field is the brand. */
function score({ colour, weight }: Cluster): number {
  return Math.sqrt(weight) * (0.04 + colour.c);
}

function distinct(clusters: readonly Cluster[]): Cluster[] {
  const chosen: Cluster[] = [];
  for (const candidate of clusters) {
    if (chosen.length === PROPOSALS_MAX) break;
    if (chosen.every(({ colour }) => distance(colour, candidate.colour) >= DISTANCE_MIN)) chosen.push(candidate);
  }
  return chosen;
}

function distance(first: Oklch, second: Oklch): number {
  const radians = ((first.h - second.h) * Math.PI) / 180;
  const chromaSquared = first.c ** 2 + second.c ** 2 - 2 * first.c * second.c * Math.cos(radians);
  return Math.sqrt((first.l - second.l) ** 2 + Math.max(0, chromaSquared) * 4);
}

function toHex(...channels: number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
