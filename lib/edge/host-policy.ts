/** What the edge has to know of a host and a name can't tell: the stored record says it (lib/workflows/host-policy). */
export interface HostPolicy {
  surface: 'portal' | 'site';
  /** Origin of the primary host of this surface, where this host is not it. */
  redirectTo: string | null;
  /** Origins that the site's own code may use, besides its own; empty on portals. */
  origins: PolicyOrigins;
  /** Lower-case hex SHA-256 of the cookie value that opens a site with a password; null where there is none. */
  gate: string | null;
}

export const policyKinds = ['script', 'style', 'img', 'connect', 'font', 'frame', 'media'] as const;
export type PolicyOrigins = Record<(typeof policyKinds)[number], readonly string[]>;

export const noOrigins: PolicyOrigins = { script: [], style: [], img: [], connect: [], font: [], frame: [], media: [] };

export type PolicyAnswer = HostPolicy | 'nobody' | 'unavailable';

/** As of now or of half a second ago. While the server can't say, what it said within the last minute holds: pages live as long. */
const FRESH_MS = 500;
const OUTAGE_MS = 60_000;
const HOSTS_MAX = 10_000;
/** Kept apart and small, so that made-up names can't push real ones out. */
const NOBODIES_MAX = 1_000;

/**
 * Remembers the answers of `load` in bounded memory and asks once at a time for each host.
 * @param load resolves to null for a host that is nobody's; rejects when that can't be said now
 */
export function policyMemory(
  load: (host: string) => Promise<HostPolicy | null>,
  now: () => number = Date.now,
): (host: string) => Promise<PolicyAnswer> {
  const known = new Map<string, { at: number; policy: HostPolicy }>();
  const nobodies = new Map<string, number>();
  const asking = new Map<string, Promise<PolicyAnswer>>();

  async function ask(host: string): Promise<PolicyAnswer> {
    try {
      const policy = await load(host);
      known.delete(host);
      if (policy === null) {
        keep(nobodies, host, now(), NOBODIES_MAX);
        return 'nobody';
      }
      keep(known, host, { at: now(), policy }, HOSTS_MAX);
      return policy;
    } catch {
      const held = known.get(host);
      return held !== undefined && now() - held.at < OUTAGE_MS ? held.policy : 'unavailable';
    }
  }

  return async (host) => {
    const held = known.get(host);
    if (held !== undefined && now() - held.at < FRESH_MS) return held.policy;
    if (now() - (nobodies.get(host) ?? -Infinity) < FRESH_MS) return 'nobody';
    let running = asking.get(host);
    if (running === undefined) {
      running = ask(host).finally(() => asking.delete(host));
      asking.set(host, running);
    }
    return running;
  };
}

/** The oldest entry leaves for a new one. */
function keep<T>(entries: Map<string, T>, host: string, entry: T, max: number): void {
  entries.delete(host);
  for (const oldest of entries.keys()) {
    if (entries.size < max) break;
    entries.delete(oldest);
  }
  entries.set(host, entry);
}
