import http, { type RequestListener } from 'node:http';
import net from 'node:net';
import https from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '@/lib/testing/certificate';
import { listen, stopListening } from '@/lib/testing/loopback';
import { safeGet, type SafeAnswer, type SafeGet } from './safe-http';

afterEach(stopListening);

const serve = (answer: RequestListener): Promise<number> => listen(http.createServer(answer));
const speak = (greet: (socket: net.Socket) => void): Promise<number> => listen(net.createServer(greet));

function get(port: number, changes: Partial<SafeGet> = {}): Promise<SafeAnswer> {
  return safeGet({
    url: new URL('http://portal.brand.example/path?x=1'),
    addresses: ['127.0.0.1'],
    allowPrivate: true,
    port,
    timeoutMs: 400,
    maxBytes: 1_000,
    verifyCertificate: false,
    ...changes,
  });
}

describe('a GET of a URL that somebody else chose', () => {
  it('goes to the address that was checked, with the name in the Host header and nowhere else', async () => {
    const seen: unknown[] = [];
    const port = await serve((request, answer) => {
      seen.push([request.url, request.headers.host]);
      answer.end('hello');
    });
    // The name has no address: who asks a resolver again finds none, or by now another.
    expect(await get(port)).toEqual({ kind: 'answered', status: 200, body: 'hello', location: null });
    expect(seen).toEqual([['/path?x=1', 'portal.brand.example']]);
  });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a public address first and a private one then', ['8.8.8.8', '127.0.0.1']],
    ['this machine in IPv6', ['::1']],
    ['this machine mapped into IPv6', ['::ffff:127.0.0.1']],
    ['this machine behind NAT64', ['64:ff9b::7f00:1']],
    ['this machine inside 6to4', ['2002:7f00:1::']],
    ['this machine as one number', ['2130706433']],
    ['this machine in octal', ['0177.0.0.1']],
    ['a name instead of an address', ['localhost']],
  ])('makes no connection to %s', async (_what, addresses) => {
    let connections = 0;
    const port = await speak(() => (connections += 1));
    expect(await get(port, { addresses, allowPrivate: false })).toEqual({ kind: 'refused', reason: 'address' });
    expect(connections).toBe(0);
  });

  it('refuses what is no address also where private ones are allowed', async () => {
    const port = await serve((_request, answer) => answer.end());
    for (const address of ['localhost', '2130706433', '0177.0.0.1', '127.1'])
      expect(await get(port, { addresses: [address] })).toMatchObject({ kind: 'refused' });
  });

  it('follows no redirect, and tells where it leads', async () => {
    let inside = 0;
    const secret = await serve((_request, answer) => {
      inside += 1;
      answer.end('secret');
    });
    for (const location of [`http://127.0.0.1:${secret}/`, '//169.254.169.254/', 'file:///etc/passwd']) {
      const port = await serve((_request, answer) => answer.writeHead(302, { location }).end());
      expect(await get(port)).toMatchObject({ kind: 'answered', status: 302, location });
    }
    expect(inside).toBe(0);
  });

  it('takes no more than it was allowed, and waits for no end of it', async () => {
    const port = await serve((_request, answer) => {
      answer.on('error', () => undefined);
      const pour = (): void => void (answer.destroyed || (answer.write('x'.repeat(10_000)), setImmediate(pour)));
      pour();
    });
    expect(await get(port)).toEqual({ kind: 'too_large' });
  });

  it.each<[string, (socket: net.Socket) => void]>([
    ['says nothing', () => undefined],
    ['never ends its headers', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'x: y\r\n')],
    ['never ends its body', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n', '.')],
    ['promises and promises', (socket) => drip(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n')],
  ])('gives up in time on one that %s', async (_what, greet) => {
    const port = await speak(greet);
    const began = performance.now();
    expect(await get(port)).toEqual({ kind: 'timeout' });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each<[string, string]>([
    ['hangs up', ''],
    ['hangs up in the middle', 'HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nhalf'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['has headers without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'],
  ])('calls one that %s unreachable', async (_what, words) => {
    const port = await speak((socket) => socket.once('data', () => socket.end(words)));
    expect(await get(port)).toEqual({ kind: 'unreachable' });
  });

  it('calls a door without anybody behind it unreachable, and a name without an address too', async () => {
    const port = await speak(() => undefined);
    await stopListening();
    expect(await get(port)).toEqual({ kind: 'unreachable' });
    expect(await get(port, { addresses: [] })).toEqual({ kind: 'unreachable' });
  });

  it('believes a certificate only where it is good, unless the answer proves itself', async () => {
    const certificate = makeCertificate({
      names: ['portal.brand.example'],
      issuer: 'Nobody',
      validTo: new Date(Date.now() + 86_400_000),
    });
    const names: unknown[] = [];
    const server = https.createServer(certificate, (request, answer) => {
      names.push(Reflect.get(request.socket, 'servername'));
      answer.end('hello');
    });
    const port = await listen(server);
    const url = new URL('https://portal.brand.example/');
    expect(await get(port, { url, verifyCertificate: true })).toEqual({ kind: 'unreachable' });
    expect(await get(port, { url })).toMatchObject({ kind: 'answered', body: 'hello' });
    expect(names).toEqual(['portal.brand.example']);
  });
});

/** A little at a time, for ever. */
function drip(socket: net.Socket, first: string, again: string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(again), 20);
  socket.once('close', () => clearInterval(timer));
}
