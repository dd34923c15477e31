import net from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '@/lib/testing/certificate';
import { listen, stopListening } from '@/lib/testing/loopback';
import { isStorable } from './storable-text';
import { readCertificate, type Handshake } from './tls-handshake';

const host = 'portal.brand.example';
const [past, future] = [new Date('2021-06-01T00:00:00Z'), new Date(Date.now() + 30 * 86_400_000)];

afterEach(stopListening);

const show = (names: readonly string[], validTo: Date | string, issuer = 'Some Authority'): Promise<number> =>
  listen(
    tls.createServer(makeCertificate({ names, issuer, validTo }), (socket) => socket.on('error', () => undefined)),
  );

function look(port: number, addresses = ['127.0.0.1'], allowPrivate = true): Promise<Handshake> {
  return readCertificate({ host, addresses, allowPrivate, port, timeoutMs: 400 });
}

describe('the certificate that is shown for a host', () => {
  it('is read whoever signed it, with its issuer, its end and its name', async () => {
    const port = await show([host], future);
    expect(await look(port)).toEqual({
      kind: 'certificate',
      issuer: 'Some Authority',
      validTo: new Date(Math.floor(future.getTime() / 1_000) * 1_000).toISOString(),
      coversHost: true,
    });
  });

  it.each<[string, string[], boolean]>([
    ['for its level by a wildcard', ['*.brand.example'], true],
    ['not for another name', ['www.brand.example'], false],
    ['not for a wildcard of another level', ['*.example'], false],
    ['not for what only ends alike', ['evilportal.brand.example', 'brand.example'], false],
  ])('counts %s', async (_what, names, coversHost) => {
    expect(await look(await show(names, future))).toMatchObject({ kind: 'certificate', coversHost });
  });

  it('is read also where it has expired', async () => {
    expect(await look(await show([host], past))).toMatchObject({
      coversHost: true,
      validTo: past.toISOString(),
    });
  });

  it('names an issuer of any length in 200 characters', async () => {
    const seen = await look(await show([host], future, 'x'.repeat(400)));
    expect(seen).toMatchObject({ kind: 'certificate', issuer: 'x'.repeat(200) });
  });

  it.each(['20991399256199Z', 'tomorrow', ''])('is none where its end is %j, and nothing breaks', async (validTo) => {
    expect(await look(await show([host], validTo))).toEqual({ kind: 'none' });
  });

  it('names an issuer in characters that can be stored', async () => {
    const seen = await look(await show([host], future, 'Zero\u0000Authority'));
    expect(isStorable(JSON.parse(JSON.stringify(seen)).issuer)).toBe(true);
  });

  it('is asked for by name', async () => {
    const names: string[] = [];
    const certificate = makeCertificate({ names: [host], issuer: 'Some Authority', validTo: future });
    const server = tls.createServer({
      ...certificate,
      SNICallback: (name, done) => (names.push(name), done(null)),
    });
    await look(await listen(server));
    expect(names).toEqual([host]);
  });

  it.each<[string, (socket: net.Socket) => void]>([
    ['never finishes the handshake', () => undefined],
    ['hangs up', (socket) => socket.end()],
    ['speaks no TLS', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    // What Caddy does for a name that it may not have a certificate for: alert 80, internal error.
    ['refuses the name', (socket) => socket.end(Buffer.from('15030300020250', 'hex'))],
  ])('is none where somebody %s', async (_what, greet) => {
    const began = performance.now();
    expect(await look(await listen(net.createServer(greet)))).toEqual({ kind: 'none' });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is none where nobody is', async () => {
    const port = await listen(net.createServer());
    await stopListening();
    expect(await look(port)).toEqual({ kind: 'none' });
    expect(await look(port, [])).toEqual({ kind: 'none' });
  });

  it.each([['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1'], ['2130706433'], ['localhost']])(
    'is not looked for at %s, where no connection is made',
    async (...addresses) => {
      let connections = 0;
      const port = await listen(net.createServer(() => (connections += 1)));
      expect(await look(port, addresses, false)).toEqual({ kind: 'refused' });
      expect(connections).toBe(0);
    },
  );
});
