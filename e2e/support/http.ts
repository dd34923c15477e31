import http from 'node:http';
import { port as testedPort } from './first-run';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

interface RequestOptions {
  method?: string;
  /** The Host header without the port, or with one of its own. */
  host: string;
  cookie?: string;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Another server than the one under test. */
  port?: string;
}

/** One request to the server under test, with exactly these headers: no browser corrects the host, the path or the origin. */
export function request(path: string, options: RequestOptions): Promise<Answer> {
  const { method = 'GET', host, cookie, headers = {}, body, port = testedPort } = options;
  const sent: Record<string, string | string[]> = { host: host.includes(':') ? host : `${host}:${port}`, ...headers };
  if (cookie) sent.cookie = cookie;
  return new Promise((resolve, reject) => {
    const call = http.request({ host: '127.0.0.1', port, path, method, headers: sent, timeout: 20_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
      response.once('error', reject);
    });
    call.once('timeout', () => call.destroy(new Error(`No answer to ${method} ${path}`)));
    call.once('error', reject);
    call.end(body);
  });
}

/** What must be equal between two answers: all but the request's own id, its nonce and the date. */
export function comparable({ status, headers, body }: Answer): string {
  const id = String(headers['x-request-id'] ?? '');
  const policy = String(headers['content-security-policy'] ?? '');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const { date: _date, ...kept } = headers;
  let text = JSON.stringify({ status, headers: kept, body });
  if (id) text = text.replaceAll(id, '(request)');
  if (nonce) text = text.replaceAll(nonce, '(nonce)');
  return text;
}
