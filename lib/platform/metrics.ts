/** A small registry of counters, histograms and gauges, written as Prometheus text format 0.0.4. */
export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  add(amount?: number, labels?: Labels): void;
}

export interface Histogram {
  observe(value: number, labels?: Labels): void;
}

export interface Sample {
  value: number;
  labels?: Labels;
}

export function counter(name: string, help: string): Counter {
  const known = registry.get(name);
  if (known?.type === 'counter') return known.counter;
  const values = new Map<string, number>();
  const made: Counter = {
    add(amount = 1, labels = {}) {
      const key = labelText(labels);
      if (hasRoom(values, key)) values.set(key, (values.get(key) ?? 0) + amount);
    },
  };
  const lines = (): string[] => [...values].map(([labels, value]) => `${name}${labels} ${value}`);
  registry.set(name, { name, help, type: 'counter', counter: made, lines });
  return made;
}

/** @param bounds upper bounds, inclusive, in the metric's base unit */
export function histogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const known = registry.get(name);
  if (known?.type === 'histogram') return known.histogram;
  const cells = new Map<string, Cell>();
  const made: Histogram = {
    observe(value, labels = {}) {
      const key = labelText(labels);
      if (!hasRoom(cells, key)) return;
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { labels, counts: bounds.map(() => 0), sum: 0, count: 0 }));
      const index = bounds.findIndex((bound) => value <= bound);
      if (index !== -1) cell.counts[index] = (cell.counts[index] ?? 0) + 1;
      cell.sum += value;
      cell.count += 1;
    },
  };
  const lines = (): string[] => [...cells.values()].flatMap((cell) => cellLines(name, bounds, cell));
  registry.set(name, { name, help, type: 'histogram', histogram: made, lines });
  return made;
}

/** Values kept elsewhere, read when somebody looks. Registered again, the newer reader counts. */
export function observed(name: string, help: string, kind: 'gauge' | 'total', read: () => readonly Sample[]): void {
  const lines = (): string[] => read().map(({ value, labels = {} }) => `${name}${labelText(labels)} ${value}`);
  registry.set(name, { name, help, type: kind, lines });
}

export function renderMetrics(): string {
  const blocks = [...registry.values()].map(({ name, help, type, lines }) =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} ${type === 'total' ? 'counter' : type}`, ...lines()].join('\n'),
  );
  return `${blocks.join('\n')}\n`;
}

interface Cell {
  labels: Labels;
  counts: number[];
  sum: number;
  count: number;
}

type Metric = { name: string; help: string; lines: () => string[] } & (
  { type: 'counter'; counter: Counter } | { type: 'histogram'; histogram: Histogram } | { type: 'gauge' | 'total' }
);

// One registry per process, also where Next loads this module twice.
const shared = globalThis as unknown as { porticoMetrics?: Map<string, Metric> };
const registry = (shared.porticoMetrics ??= new Map<string, Metric>());

/** Labels come from closed lists; this is the second lock, so that no mistake can fill the memory. */
const maxSeries = 2_000;

function hasRoom(series: ReadonlyMap<string, unknown>, key: string): boolean {
  return series.has(key) || series.size < maxSeries;
}

function cellLines(name: string, bounds: readonly number[], { labels, counts, sum, count }: Cell): string[] {
  let below = 0;
  const buckets = bounds.map((bound, index) => {
    below += counts[index] ?? 0;
    return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${below}`;
  });
  const text = labelText(labels);
  return [
    ...buckets,
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${text} ${sum}`,
    `${name}_count${text} ${count}`,
  ];
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
