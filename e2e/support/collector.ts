import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Collector {
  /** Without a slash at the end. */
  origin: string;
  /** What was asked of it, such as `GET /a`. */
  hits: string[];
  stop: () => Promise<void>;
}

/** A server of an attacker's: it takes whatever comes, from anywhere, and remembers it. */
export async function startCollector(): Promise<Collector> {
  const hits: string[] = [];
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript',
    });
    response.end('window.pwned = 1;');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
