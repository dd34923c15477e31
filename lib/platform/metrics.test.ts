import { expect, it } from 'vitest';
import { counter, histogram, observed, renderMetrics } from './metrics';

it('writes counters with their labels, escaped', () => {
  const made = counter('test_total', 'Things');
  made.add();
  made.add(2, { name: 'a "b"\n\\' });
  made.add(1, { name: 'a "b"\n\\' });
  const text = renderMetrics();
  expect(text).toContain('# HELP test_total Things\n# TYPE test_total counter\ntest_total 1\n');
  expect(text).toContain('test_total{name="a \\"b\\"\\n\\\\"} 3');
});

it('cumulates the buckets of a histogram and puts a bound into its own bucket', () => {
  const made = histogram('test_seconds', 'Times', [0.1, 1]);
  for (const seconds of [0.1, 0.5, 1, 7]) made.observe(seconds, { route: '/' });
  const lines = renderMetrics()
    .split('\n')
    .filter((line) => line.startsWith('test_seconds'));
  expect(lines).toEqual([
    'test_seconds_bucket{route="/",le="0.1"} 1',
    'test_seconds_bucket{route="/",le="1"} 3',
    'test_seconds_bucket{route="/",le="+Inf"} 4',
    'test_seconds_sum{route="/"} 8.6',
    'test_seconds_count{route="/"} 4',
  ]);
});

it('gives a metric that is asked for twice the same counts', () => {
  counter('twice_total', 'Twice').add(2);
  counter('twice_total', 'Twice').add(3);
  expect(renderMetrics()).toContain('\ntwice_total 5\n');
});

it('reads observed values when it is looked at', () => {
  let depth = 1;
  observed('test_depth', 'Depth', 'gauge', () => [{ value: depth }]);
  depth = 4;
  expect(renderMetrics()).toContain('# TYPE test_depth gauge\ntest_depth 4\n');
});

it('stops taking new series long before they could fill the memory', () => {
  const made = counter('flood_total', 'Flood');
  for (let index = 0; index < 5_000; index++) made.add(1, { name: String(index) });
  const lines = renderMetrics()
    .split('\n')
    .filter((line) => line.startsWith('flood_total'));
  expect(lines).toHaveLength(2_000);
});
