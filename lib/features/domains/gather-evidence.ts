import 'server-only';
import { askServer, askServers, dnsServers, type DnsType } from '@/lib/platform/dns';
import { env } from '@/lib/platform/env';
import { safeGet, type SafeAnswer } from '@/lib/platform/safe-http';
import { readCertificate } from '@/lib/platform/tls-handshake';
import { domainProof, domainProofPath } from './domain-proof';
import type { Evidence, SeenAnswers } from './evidence';
import { challengeName } from './expected-records';
import { mergeAddresses, routingOf } from './sight';

/** Looks at a domain from outside: every record at every resolver, and a visit where the records alone don't say enough. */
export async function gatherEvidence(host: string, { served }: { served: boolean }): Promise<Evidence> {
  const servers = dnsServers();
  const ask = (name: string, type: DnsType): Promise<SeenAnswers> => askServers(servers, name, type);
  const challenge = challengeName(host);
  const [txt, txtDoubled, txtBare, cname, a, aaaa, caa, addresses] = await Promise.all([
    ask(challenge, 'TXT'),
    ask(challengeName(`${host}.${host}`), 'TXT'),
    ask(host, 'TXT'),
    Promise.all(servers.map((server) => followNames(server, host))),
    ask(host, 'A'),
    ask(host, 'AAAA'),
    closestCaa(servers, host),
    targetAddresses(servers),
  ]);
  const seen = { txt, txtDoubled, txtBare, cname, a, aaaa, caa, addresses, target: env().domainTarget };
  const found = [
    ...new Set(mergeAddresses(seen).flatMap(({ answer }) => (answer.kind === 'records' ? answer.values : []))),
  ];
  const asked = { ...seen, proof: null, certificate: null };
  const proof = routingOf(asked) === 'direct' || found.length === 0 ? null : await askForProof(host, found);
  return { ...asked, proof, certificate: served ? await seeCertificate(host, found) : null };
}

/** Every name on the way: a CDN's or a provider's own may come before ours. */
async function followNames(server: string, host: string): Promise<SeenAnswers[number]> {
  const first = await askServer(server, host, 'CNAME');
  if (first.answer.kind !== 'records') return first;
  const names = [...first.answer.values];
  for (let hop = 0; hop < HOPS_MAX; hop++) {
    const last = names.at(-1);
    const { answer } = await askServer(server, last ?? host, 'CNAME');
    const [next] = answer.kind === 'records' ? answer.values : [];
    if (next === undefined || names.includes(next)) break;
    names.push(next);
  }
  return { server, answer: { ...first.answer, values: names } };
}

const HOPS_MAX = 7;

/** The records of the closest name above that has any count for it (RFC 8659 § 3). */
async function closestCaa(servers: readonly string[], host: string): Promise<SeenAnswers> {
  const labels = host.split('.');
  const names = labels.slice(0, -1).map((_label, at) => labels.slice(at).join('.'));
  const all = await Promise.all(names.slice(0, 6).map((name) => askServers(servers, name, 'CAA')));
  return servers.map((server, at) => {
    const answers = all.flatMap((each) => each[at] ?? []);
    return (
      answers.find(({ answer }) => answer.kind === 'records') ??
      answers[0] ?? { server, answer: { kind: 'failed', ms: 0 } }
    );
  });
}

async function targetAddresses(servers: readonly string[]): Promise<string[]> {
  const { domainAddresses, domainTarget } = env();
  if (domainAddresses.length > 0) return domainAddresses;
  const [a, aaaa] = await Promise.all([
    askServers(servers, domainTarget, 'A'),
    askServers(servers, domainTarget, 'AAAA'),
  ]);
  return [...new Set([...a, ...aaaa].flatMap(({ answer }) => (answer.kind === 'records' ? answer.values : [])))];
}

/** In the clear first, as a proxy in front may speak to us that way; then over TLS, which it may lead to. The answer proves itself. */
async function askForProof(host: string, addresses: readonly string[]): Promise<Evidence['proof']> {
  const { path, answer } = domainProofPath();
  const [clear, secure] = [new URL(`http://${host}${path}`), new URL(`https://${host}${path}`)];
  const first = await visit(clear, addresses, env().domainHttpPort);
  const last = leadsTo(secure, first) ? await visit(secure, addresses, env().domainTlsPort) : first;
  if (last.kind === 'refused') return 'refused';
  if (last.kind !== 'answered') return 'silent';
  return last.status === 200 && last.body.trim() === domainProof(host, answer) ? 'ours' : 'foreign';
}

/** The same address over TLS is the one step that is taken: nobody else chooses where the next request goes. */
function leadsTo(secure: URL, answer: SafeAnswer): boolean {
  if (answer.kind !== 'answered' || ![301, 302, 307, 308].includes(answer.status)) return false;
  return answer.location !== null && URL.canParse(answer.location) && new URL(answer.location).href === secure.href;
}

function visit(url: URL, addresses: readonly string[], port: number): Promise<SafeAnswer> {
  const allowPrivate = env().domainAllowPrivate;
  return safeGet({ url, addresses, port, allowPrivate, timeoutMs: 5_000, maxBytes: 1_000, verifyCertificate: false });
}

async function seeCertificate(host: string, addresses: readonly string[]): Promise<Evidence['certificate']> {
  const { domainAllowPrivate: allowPrivate, domainTlsPort: port } = env();
  const seen = await readCertificate({ host, addresses, allowPrivate, port, timeoutMs: 8_000 });
  if (seen.kind !== 'certificate') return null;
  const { issuer, validTo, coversHost } = seen;
  return { issuer, validTo, coversHost, fits: coversHost && new Date(validTo) > new Date() };
}
