import type { DiffLine } from './schema';

/** Lines around a change that are shown with it. */
const CONTEXT = 2;
/** Longer texts are compared by their common start and end alone: the table of all pairs would be too large. */
const MAX_PAIRS = 400_000;

/** What changed between two texts, line by line, with a little of what stayed. Empty where they are the same. */
export function diffLines(before: string, after: string): DiffLine[] {
  if (before === after) return [];
  const [a, b] = [linesOf(before), linesOf(after)];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle = was.length * is.length <= MAX_PAIRS ? aligned(was, is) : [...all('out', was), ...all('in', is)];
  return withGaps([...all('kept', a.slice(0, start)), ...middle, ...all('kept', a.slice(a.length - end))]);
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let length = 0;
  const most = Math.min(a.length, b.length) - start;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** By the longest common subsequence. */
function aligned(a: readonly string[], b: readonly string[]): DiffLine[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      lines.push({ kind: 'kept', text: was });
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'out', text: was });
      i++;
    } else {
      lines.push({ kind: 'in', text: is ?? '' });
      j++;
    }
  }
  return lines;
}

function all(kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ kind, text }));
}

function withGaps(lines: readonly DiffLine[]): DiffLine[] {
  const near = (at: number): boolean =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'kept');
  const shown: DiffLine[] = [];
  lines.forEach((line, at) => {
    if (near(at)) shown.push(line);
    else if (shown.at(-1)?.kind !== 'gap') shown.push({ kind: 'gap', text: '' });
  });
  return shown;
}
