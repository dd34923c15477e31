import fs from 'node:fs';
import path from 'node:path';

/** The data of the server under test (scripts/test-server.mjs). */
export const dataDir = path.resolve(process.env.PORTICO_DATA_DIR ?? '.data');
export const port = process.env.PORT ?? '3000';

export interface Account {
  origin: string;
  email: string;
  password: string;
}

interface FirstRun {
  superAdmin: { email: string; password: string; consoleUrl: string };
  tenants: { slug: string; portalUrl: string; siteUrl: string; admin: { email: string; password: string } }[];
}

const record = JSON.parse(fs.readFileSync(path.join(dataDir, 'first-run.json'), 'utf8')) as FirstRun;

export const consoleOrigin = record.superAdmin.consoleUrl;
export const superAdmin: Account = { ...record.superAdmin, origin: consoleOrigin };

export function portalOrigin(slug: string): string {
  return `http://${slug}.localhost:${port}`;
}

/** Of the page that finds portals. */
export const rootOrigin = `http://localhost:${port}`;

export function siteOrigin(slug: string): string {
  return `http://${slug}.sites.localhost:${port}`;
}

/** The owner who accepted the first invitation of a demo tenant. */
export function demoAdmin(slug: string): Account {
  const tenant = record.tenants.find((each) => each.slug === slug);
  if (!tenant) throw new Error(`The demo has no tenant ${slug}.`);
  return { ...tenant.admin, origin: tenant.portalUrl };
}

/** The colleagues of a demo tenant share its admin's password, so that every role can be tried. */
export function demoMember(slug: string, name: string): Account {
  return { ...demoAdmin(slug), email: `${name}@${slug}.example` };
}

/** A different name each run, in the shape of a slug. */
export function freshSlug(stem: string): string {
  return `${stem}-${Date.now().toString(36).slice(-6)}${Math.random().toString(36).slice(2, 5)}`;
}
