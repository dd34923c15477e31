import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { makeCertificate } from '@/lib/testing/certificate';
import { startDnsServer, type TestDnsServer } from '@/lib/testing/dns-server';
import { listen, stopListening } from '@/lib/testing/loopback';
import { domainProof } from './domain-proof';
import { gatherEvidence } from './gather-evidence';

const host = 'portal.brand.example';
let dns: TestDnsServer;

beforeAll(async () => {
  dns = await startDnsServer();
  const own = { DNS_SERVERS: dns.address, DOMAIN_TARGET: 'edge.portico.test', DOMAIN_ADDRESSES: '198.51.100.7' };
  Object.assign(process.env, own, { DATABASE_URL: process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/none' });
});

afterAll(async () => {
  for (const name of ['DNS_SERVERS', 'DOMAIN_TARGET', 'DOMAIN_ADDRESSES']) Reflect.deleteProperty(process.env, name);
  setPorts({});
  await dns.stop();
});

afterEach(async () => {
  dns.zone.clear();
  dns.asked.length = 0;
  await stopListening();
});

function setPorts(ports: { http?: number; tls?: number; allowPrivate?: boolean }): void {
  for (const name of ['DOMAIN_HTTP_PORT', 'DOMAIN_TLS_PORT', 'DOMAIN_ALLOW_PRIVATE'])
    Reflect.deleteProperty(process.env, name);
  if (ports.http) process.env.DOMAIN_HTTP_PORT = String(ports.http);
  if (ports.tls) process.env.DOMAIN_TLS_PORT = String(ports.tls);
  if (ports.allowPrivate) process.env.DOMAIN_ALLOW_PRIVATE = 'true';
  resetEnv();
}

/** What a proxy in front of Portico, or Portico itself, answers. */
const answerAsPortico: RequestListener = (request, answer) => {
  const name = (request.headers.host ?? '').split(':')[0] ?? '';
  answer.end(domainProof(name, (request.url ?? '').split('/').at(-1) ?? ''));
};
const redirectTo =
  (location: string, status = 308): RequestListener =>
  (request, answer) =>
    answer.writeHead(status, { location: location.replace('{path}', request.url ?? '') }).end();

const inTheClear = (answer: RequestListener): Promise<number> => listen(http.createServer(answer));
const overTls = (answer: RequestListener): Promise<number> =>
  listen(
    https.createServer(
      makeCertificate({ names: ['proxy.example'], issuer: 'Nobody', validTo: new Date('2020-06-01T00:00:00Z') }),
      answer,
    ),
  );

async function proofOf(ports: { http: number; tls?: number }): Promise<string | null> {
  dns.set(host, { type: 'A', data: '127.0.0.1' });
  setPorts({ ...ports, allowPrivate: true });
  return (await gatherEvidence(host, { served: false })).proof;
}

describe('the proof that it is this installation which answers', () => {
  it('is made of the name that arrived and of a word that nobody knew before', async () => {
    expect(await proofOf({ http: await inTheClear(answerAsPortico) })).toBe('ours');
  });

  it.each<[string, RequestListener]>([
    ['another installation', (_request, answer) => answer.end('b'.repeat(43))],
    ['a page', (_request, answer) => answer.end('<h1>Parked</h1>')],
    ['the word itself', (request, answer) => answer.end(request.url?.split('/').at(-1))],
    [
      'a proxy that changes the name',
      (request, answer) => {
        request.headers.host = 'edge.portico.test';
        answerAsPortico(request, answer);
      },
    ],
    [
      'the right words as a failure',
      (request, answer) => {
        answer.statusCode = 404;
        answerAsPortico(request, answer);
      },
    ],
  ])('is not given by %s', async (_what, answer) => {
    expect(await proofOf({ http: await inTheClear(answer) })).toBe('foreign');
  });

  it.each(['https://portal.brand.example{path}', 'https://PORTAL.brand.example:443{path}'])(
    'is looked for over TLS too where a proxy leads there, whatever its certificate: %s',
    async (location) => {
      const tls = await overTls(answerAsPortico);
      for (const status of [301, 302, 307, 308])
        expect(await proofOf({ http: await inTheClear(redirectTo(location, status)), tls })).toBe('ours');
    },
  );

  it.each([
    'https://www.brand.example{path}',
    'https://portal.brand.example/',
    'https://portal.brand.example:8443{path}',
    'https://user@portal.brand.example{path}',
    'http://portal.brand.example{path}',
    'http://169.254.169.254/latest/meta-data/',
    'https://127.0.0.1{path}',
    '{path}',
    'not an address',
  ])('is looked for nowhere else: %s', async (location) => {
    let asked = 0;
    const tls = await overTls((request, answer) => {
      asked += 1;
      answerAsPortico(request, answer);
    });
    expect(await proofOf({ http: await inTheClear(redirectTo(location)), tls })).toBe('foreign');
    expect(asked).toBe(0);
  });

  it('follows one step and no second', async () => {
    const again = 'https://portal.brand.example{path}';
    let asked = 0;
    const tls = await overTls((request, answer) => {
      asked += 1;
      redirectTo(again)(request, answer);
    });
    expect(await proofOf({ http: await inTheClear(redirectTo(again)), tls })).toBe('foreign');
    expect(asked).toBe(1);
  });

  it('is missing where nobody answers, or where TLS fails', async () => {
    const gone = await inTheClear(answerAsPortico);
    await stopListening();
    expect(await proofOf({ http: gone })).toBe('silent');
    const plain = await listen(net.createServer((socket) => socket.end('no TLS here')));
    const http = await inTheClear(redirectTo('https://portal.brand.example{path}'));
    expect(await proofOf({ http, tls: plain })).toBe('silent');
  });
});

describe('a name that leads inside', () => {
  it.each<[string, Parameters<TestDnsServer['set']>[1][]]>([
    ['to this machine', [{ type: 'A', data: '127.0.0.1' }]],
    [
      'to a public address and to this machine',
      [
        { type: 'A', data: '8.8.8.8' },
        { type: 'A', data: '127.0.0.1' },
      ],
    ],
    [
      'by IPv6 only',
      [
        { type: 'A', data: '8.8.8.8' },
        { type: 'AAAA', data: '::ffff:127.0.0.1' },
      ],
    ],
    ['by NAT64', [{ type: 'AAAA', data: '64:ff9b::7f00:1' }]],
    ['by 6to4', [{ type: 'AAAA', data: '2002:7f00:1::' }]],
  ])('%s is not visited, neither for a proof nor for a certificate', async (_what, records) => {
    let connections = 0;
    const port = await listen(net.createServer((socket) => void ((connections += 1), socket.destroy())));
    dns.set(host, ...records);
    setPorts({ http: port, tls: port });
    expect(await gatherEvidence(host, { served: true })).toMatchObject({ proof: 'refused', certificate: null });
    expect(connections).toBe(0);
  });

  it('is not visited when it leads there only by the time of the visit: the address that was checked is', async () => {
    let connections = 0;
    const port = await listen(net.createServer((socket) => void ((connections += 1), socket.destroy())));
    const elsewhere = '127.0.0.2';
    dns.set(host, { type: 'A', data: elsewhere });
    setPorts({ http: port, tls: port, allowPrivate: true });
    const evidence = gatherEvidence(host, { served: true });
    await expect.poll(() => dns.asked.includes(`AAAA ${host}`) && dns.asked.includes(`A ${host}`)).toBe(true);
    dns.set(host, { type: 'A', data: '127.0.0.1' });
    expect(await evidence).toMatchObject({ a: [{ answer: { values: [elsewhere] } }], proof: 'silent' });
    expect(connections).toBe(0);
  });
});
