import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { consoleHost, hostOrigin, portalHost, siteHost } from '@/lib/platform/origins';
import { env } from '@/lib/platform/env';
import type { SeededTenant } from './demo';

interface FirstRun {
  superAdmin: { email: string; password: string | null; consoleUrl: string };
  tenants: { slug: string; portalUrl: string; siteUrl: string; admin: { email: string; password: string } }[];
}

/** What the start prints once. Readable by its owner only, and the last thing the seed writes: its presence means "done". */
export function writeFirstRun(superAdmin: { email: string; password: string | null }, tenants: SeededTenant[]): void {
  const content: FirstRun = {
    superAdmin: { ...superAdmin, consoleUrl: hostOrigin(consoleHost()) },
    tenants: tenants.map(({ slug, admin }) => ({
      slug,
      portalUrl: hostOrigin(portalHost(slug)),
      siteUrl: hostOrigin(siteHost(slug)),
      admin,
    })),
  };
  mkdirSync(env().dataDir, { recursive: true });
  write(file('first-run.json'), content);
}

/** Passwords are kept as soon as they are made: a seed that is killed and run again must not forget them. */
export function earlierPassword(slug: string): string | null {
  return readProgress()[slug] ?? null;
}

export function keepPassword(slug: string, password: string): void {
  mkdirSync(env().dataDir, { recursive: true });
  write(file('first-run.progress.json'), { ...readProgress(), [slug]: password });
}

function readProgress(): Record<string, string> {
  const progress = file('first-run.progress.json');
  return existsSync(progress) ? (JSON.parse(readFileSync(progress, 'utf8')) as Record<string, string>) : {};
}

function file(name: string): string {
  return path.join(env().dataDir, name);
}

function write(target: string, content: object): void {
  const draft = `${target}.tmp`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, target);
}
