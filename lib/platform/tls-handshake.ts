import 'server-only';
import tls from 'node:tls';
import { mayConnect } from './safe-http';
import { storable } from './storable-text';

export type Handshake =
  { kind: 'certificate'; issuer: string; validTo: string; coversHost: boolean } | { kind: 'refused' | 'none' };

/** Reads the certificate that is shown for a host at an address that was checked. It judges names and dates; the issuer is told, not judged. */
export function readCertificate(options: {
  host: string;
  addresses: readonly string[];
  allowPrivate: boolean;
  port: number;
  timeoutMs: number;
}): Promise<Handshake> {
  const [address] = options.addresses;
  if (address === undefined) return Promise.resolve({ kind: 'none' });
  if (!mayConnect(options.addresses, options.allowPrivate)) return Promise.resolve({ kind: 'refused' });
  return new Promise((resolve) => {
    const socket = tls.connect({
      host: address,
      port: options.port,
      servername: options.host,
      rejectUnauthorized: false,
    });
    const settle = (handshake: Handshake): void => {
      clearTimeout(limit);
      resolve(handshake);
      socket.destroy();
    };
    const limit = setTimeout(() => settle({ kind: 'none' }), options.timeoutMs);
    socket.once('error', () => settle({ kind: 'none' }));
    socket.once('secureConnect', () => settle(judge(options.host, socket.getPeerCertificate())));
  });
}

/** A stranger made it: a date may be none, and a name anything. */
function judge(host: string, certificate: tls.PeerCertificate): Handshake {
  const validTo = new Date(certificate.valid_to);
  if (Number.isNaN(validTo.getTime())) return { kind: 'none' };
  return {
    kind: 'certificate',
    issuer: issuerOf(certificate.issuer),
    validTo: validTo.toISOString(),
    coversHost: tls.checkServerIdentity(host, certificate) === undefined,
  };
}

function issuerOf(issuer: tls.Certificate | undefined): string {
  return storable([issuer?.O ?? issuer?.CN ?? ''].flat().join(', ')).slice(0, 200);
}
