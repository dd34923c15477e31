/** A DNS server on loopback that speaks real packets, for tests of what looks domains up. It answers as it is told: rightly, slowly, or not at all. */
import dgram from 'node:dgram';
import net from 'node:net';
import packet, { type Answer, type RecordType } from 'dns-packet';

export interface TestDnsServer {
  /** As DNS_SERVERS takes it. */
  address: string;
  /** Names and their records; a name that is not here does not exist. */
  zone: Map<string, TestRecord[]>;
  set: (name: string, ...records: TestRecord[]) => void;
  /** How it behaves from now on. */
  mood: 'honest' | 'slow' | 'dead' | 'servfail';
  /** Milliseconds a slow server takes. */
  delayMs: number;
  asked: string[];
  stop: () => Promise<void>;
}

export type TestRecord = { type: 'TXT' | 'CNAME' | 'A' | 'AAAA'; data: string } | { type: 'CAA'; data: string };

export async function startDnsServer(port = 0): Promise<TestDnsServer> {
  const socket = dgram.createSocket('udp4');
  const stream = net.createServer();
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, '127.0.0.1', resolve);
  });
  // Nobody is to fall back to another server's TCP port.
  await new Promise<void>((resolve) => stream.listen(socket.address().port, '127.0.0.1', resolve));
  stream.on('connection', (connection) => connection.destroy());
  const server: TestDnsServer = {
    address: `127.0.0.1:${socket.address().port}`,
    zone: new Map(),
    set: (name, ...records) => void server.zone.set(name, records),
    mood: 'honest',
    delayMs: 1_700,
    asked: [],
    stop: async () => {
      await new Promise<void>((resolve) => socket.close(() => resolve()));
      await new Promise<void>((resolve) => stream.close(() => resolve()));
    },
  };
  socket.on('message', (message, from) => {
    if (server.mood === 'dead') return;
    const reply = answer(server, message);
    const send = (): void => socket.send(reply, from.port, from.address);
    if (server.mood === 'slow') setTimeout(send, server.delayMs);
    else send();
  });
  return server;
}

const RCODE = { ok: 0, servfail: 2, nxdomain: 3 };

function answer(server: TestDnsServer, message: Buffer): Buffer {
  const query = packet.decode(message);
  const [question] = query.questions ?? [];
  const name = (question?.name ?? '').toLowerCase();
  server.asked.push(`${question?.type ?? ''} ${name}`);
  const found = server.mood === 'servfail' ? [] : resolve(server.zone, name, question?.type ?? 'A');
  const exists = server.zone.has(name);
  const rcode = server.mood === 'servfail' ? RCODE.servfail : exists ? RCODE.ok : RCODE.nxdomain;
  return packet.encode({
    type: 'response',
    id: query.id,
    flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE | rcode,
    questions: query.questions,
    answers: found,
  });
}

/** Like a resolver: an alias comes with what it leads to. */
function resolve(zone: TestDnsServer['zone'], name: string, type: RecordType, depth = 0): Answer[] {
  const records = zone.get(name) ?? [];
  const exact = records.filter((record) => record.type === type).map((record) => toAnswer(name, record));
  const alias = records.find((record) => record.type === 'CNAME');
  if (exact.length > 0 || !alias || depth > 8) return exact;
  return [toAnswer(name, alias), ...resolve(zone, alias.data, type, depth + 1)];
}

function toAnswer(name: string, record: TestRecord): Answer {
  const ttl = 1;
  switch (record.type) {
    case 'TXT':
      return { type: 'TXT', name, ttl, data: [record.data] };
    case 'CAA':
      return { type: 'CAA', name, ttl, data: { flags: 0, tag: 'issue', value: record.data } };
    default:
      return { type: record.type, name, ttl, data: record.data };
  }
}
