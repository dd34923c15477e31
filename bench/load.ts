import http from 'node:http';
import type { Server } from './servers';

export interface Load {
  requestsPerSecond: number;
  cpuMsPerRequest: number;
  p99: number;
}

/** Keeps `callers` connections busy for `seconds`. Every answer must be a 200. */
export async function load(
  server: Server,
  target: { path: string; headers: Record<string, string> },
  seconds: number,
  callers = 8,
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: callers });
  const durations: number[] = [];
  const cpuBefore = server.cpuSeconds();
  const started = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      const start = performance.now();
      await get(agent, server.port, target);
      durations.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  durations.sort((a, b) => a - b);
  return {
    requestsPerSecond: durations.length / elapsed,
    cpuMsPerRequest: ((server.cpuSeconds() - cpuBefore) * 1000) / durations.length,
    p99: durations[Math.floor(durations.length * 0.99)] ?? Number.NaN,
  };
}

export function get(
  agent: http.Agent | undefined,
  port: number,
  target: { path: string; headers: Record<string, string> },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { agent, host: '127.0.0.1', port, path: target.path, headers: target.headers },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(parts).toString('utf8'));
          else reject(new Error(`${target.path} answered ${response.statusCode ?? 'nothing'}`));
        });
      },
    );
    request.on('error', reject);
  });
}
