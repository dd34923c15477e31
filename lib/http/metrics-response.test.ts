import { afterEach, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { metricsResponse } from './metrics-response';

const token = 'a token of the metrics scraper';
process.env.DATABASE_URL ??= 'postgresql://localhost/none';

afterEach(() => {
  delete process.env.METRICS_TOKEN;
  resetEnv();
});

describe('metricsResponse', () => {
  it('answers whoever has the token, as Prometheus text', async () => {
    configure(token);
    const response = metricsResponse(`Bearer ${token}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toMatch(/\n$/);
  });

  it.each([null, '', 'Bearer ', `Bearer ${token} `, `bearer ${token}`, token, 'Bearer undefined'])(
    'has nothing to show to %j',
    (given) => {
      configure(token);
      expect(metricsResponse(given).status).toBe(404);
    },
  );

  it('has nothing to show where no token is configured', () => {
    configure(undefined);
    for (const given of [null, 'Bearer ', 'Bearer undefined', `Bearer ${token}`])
      expect(metricsResponse(given).status).toBe(404);
  });
});

function configure(value: string | undefined): void {
  if (value === undefined) delete process.env.METRICS_TOKEN;
  else process.env.METRICS_TOKEN = value;
  resetEnv();
}
