import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

/** One line of the table: docs/performance.md says what each name measures and what it has to reach. */
export interface Row {
  name: string;
  variant: string;
  unit: string;
  median: number;
  p99: number | null;
  /** Median of the base line in the same run; null where the target is absolute. */
  baseline: number | null;
  /** This against the base line. */
  ratio: number | null;
  /** The target, as text. */
  reach: string;
  held: boolean | null;
}

export function printRows(rows: readonly Row[]): void {
  const header = ['name', 'variant', 'median', 'p99', 'base line', 'ratio', 'reach', 'held'];
  const body = rows.map((row) => [
    row.name,
    row.variant,
    `${figure(row.median)} ${row.unit}`,
    row.p99 === null ? '' : figure(row.p99),
    row.baseline === null ? '' : figure(row.baseline),
    row.ratio === null ? '' : row.ratio.toFixed(3),
    row.reach,
    row.held === null ? '' : row.held ? 'yes' : 'no',
  ]);
  const widths = header.map((title, i) => Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0)));
  for (const cells of [header, ...body]) console.log(cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '));
}

/** `latest.json` is kept in the repository; a later run replaces the rows it measured and keeps the others. */
export function writeRows(rows: readonly Row[]): void {
  mkdirSync('bench/results', { recursive: true });
  const file = 'bench/results/latest.json';
  const measured = new Set(rows.map(({ name }) => name));
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] }).rows.filter(({ name }) => !measured.has(name))
    : [];
  const [cpu] = os.cpus();
  const result = {
    at: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: `${os.cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    rows: [...kept, ...rows],
  };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(3);
}
