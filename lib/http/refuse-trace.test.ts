import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen, stopListening } from '@/lib/testing/loopback';
import { refuseTrace } from './refuse-trace';

const server = http.createServer((request, answer) => answer.end(`${request.method} ${request.url}`));

let port: number;

beforeAll(async () => {
  refuseTrace();
  port = await listen(server);
});
afterAll(stopListening);

function ask(method: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, method, path: '/sign-in?a=b', agent: false }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.once('end', () => resolve(body));
      })
      .once('error', reject)
      .end();
  });
}

it('lets TRACE reach nothing, and leaves every other method as it came', async () => {
  expect(await ask('TRACE')).toBe('PUT /healthz');
  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(await ask(method)).toBe(`${method} /sign-in?a=b`);
});
