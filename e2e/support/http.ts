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
  /** The address that the request comes from. */
  localAddress?: string;
}

/** One request to the server under test, with exactly these headers: no browser corrects the host, the path or the origin. */
export function request(path: string, options: RequestOptions): Promise<Answer> {
  const { method = 'GET', host, cookie, headers = {}, body, port = testedPort, localAddress } = options;
  const sent: Record<string, string | string[]> = { host: host.includes(':') ? host : `${host}:${port}`, ...headers };
  if (cookie) sent.cookie = cookie;
  return new Promise((resolve, reject) => {
    const call = http.request(
      { host: '127.0.0.1', port, path, method, headers: sent, localAddress, timeout: 20_000 },
      (response) => {
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
      },
    );
    call.once('timeout', () => call.destroy(new Error(`No answer to ${method} ${path}`)));
    call.once('error', reject);
    call.end(body);
  });
}

/**
 * What must be equal between two answers: all but the request's own id, its nonce, the moment and the two names that Next makes up
 * for one render. React sends and numbers the rows of a page as they become ready, and headers have no order either: both are
 * compared sorted, without the numbers.
 */
export function comparable({ status, headers, body }: Answer): string {
  const policy = String(headers['content-security-policy'] ?? '');
  const own = [String(headers['x-request-id'] ?? ''), /'nonce-([^']+)'/.exec(policy)?.[1], ...rendersOf(body)];
  // An etag is a hash of the body, which is compared itself. Which chunks are named early, in `link`, is a matter of time.
  const { date: _date, etag: _etag, link: _link, ...kept } = headers;
  let text = JSON.stringify({ status, headers: Object.entries(kept).sort() }) + body;
  own.filter(Boolean).forEach((value, i) => (text = text.replaceAll(String(value), `(own ${i})`)));
  const plain = text.replaceAll(PUSHES, '').replaceAll(NOW, '(now)').replaceAll(REFERENCE, '$1#');
  const rows = plain.split(ROW).map((row) => row.replace(/^[0-9a-f]+:/, '#:').replaceAll(NUMBER, '#:'));
  return rows
    .filter((row) => !CHUNK.test(row))
    .sort()
    .join('\n');
}

/** `["$","$L13","oKiLV9PayF89DvM9_ITZym",` in a stream, the same with escaped quotes inside a page. */
function rendersOf(body: string): string[] {
  return [...body.matchAll(/\$L\w+\\?",\\?"([\w-]{21}[vm])\\?",/g)].map(([, name]) => name ?? '');
}

/** Without a nonce on sites, whose pages are kept: cut once, they are cut like that each time they are asked for. */
const PUSHES = /"\]\)<\/script><script(?: nonce="[^"]*")?>self\.__next_f\.push\(\[1,"/g;
/** The moment of the render, which pages pass on to tell how long ago things were. */
const NOW = /\\?"now\\?":\\?"[\d:.TZ-]+/g;
const REFERENCE = /(\$[LQh@]?)[0-9a-f]+(?=\\?"|:props)/g;
/** Not always at the start of a line: a row of plain text ends without one. */
const NUMBER = /(?<![\w$"\\])[0-9a-f]+:(?=[[{"\\ITH])|(?<=[\]}])[0-9a-f]+:(?=[[{"\\ITH])/g;
/** The same for every tenant; how many of them stand in the page depends on what was ready first. */
const CHUNK = /^<(script [^>]*src=\\?"\/_next\/|link [^>]*\/_next\/|link rel=\\?"preload|\/script>)/;
const ROW = /\\n|\n|(?=<)/;
