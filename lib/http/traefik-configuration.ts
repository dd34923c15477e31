import 'server-only';
import { normaliseHost } from '@/lib/edge/host';
import { consoleHost, rootHost } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { WEEKLY_CERTIFICATES } from '@/lib/tenancy/host-directory';

/**
 * Traefik's dynamic configuration (its HTTP provider reads it again and again): a router for each host that may have a certificate,
 * all of them leading to the service `portico`, which the file deploy/traefik.yml describes. Traefik can't ask before it gets a
 * certificate, so it is told: the same hosts, ledger and budgets as `answerTlsAsk`.
 */
export async function traefikConfiguration(): Promise<TraefikConfiguration> {
  const rows = await consoleDb().$queryRaw<{ host: string }[]>`
    SELECT host FROM app.list_certificate_hosts(${WEEKLY_CERTIFICATES}::integer) AS host`;
  const own = [consoleHost(), rootHost()].map((authority) => nameOf(authority));
  const hosts = [...own, ...rows.map(({ host }) => host)];
  return { http: { routers: Object.fromEntries(hosts.map((host) => [`portico-${host}`, routerFor(host)])) } };
}

export interface TraefikConfiguration {
  http: { routers: Record<string, TraefikRouter> };
}

interface TraefikRouter {
  rule: string;
  entryPoints: string[];
  service: string;
  tls: { certResolver: string; domains: { main: string }[] };
}

/** A host in normal form has no character that a rule would read as anything else. */
function routerFor(host: string): TraefikRouter {
  return {
    rule: `Host(\`${host}\`)`,
    entryPoints: ['websecure'],
    service: 'portico@file',
    tls: { certResolver: 'portico', domains: [{ main: host }] },
  };
}

function nameOf(authority: string): string {
  const normal = normaliseHost(authority);
  return normal.ok ? normal.host : '';
}
