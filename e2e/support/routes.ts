import fs from 'node:fs';
import path from 'node:path';

/** Addresses of the portal's signed-in pages, read off the folders: a new page is tested without anybody listing it. */
export function portalPages(): string[] {
  return filesUnder('app/hosts/[host]/portal/(app)', 'page.tsx').map((folder) => `/${folder}`);
}

/** The same of the console. */
export function consolePages(): string[] {
  return filesUnder('app/(console)/(app)', 'page.tsx').map((folder) => `/${folder}`);
}

/** Routes that the super-admin's browser reads. */
export function consoleRoutes(): string[] {
  return filesUnder('app/api/console', 'route.ts').map((folder) => `/api/console/${folder}`);
}

/** Routes that the signed-in member's browser reads. */
export function portalRoutes(): string[] {
  return filesUnder('app/api/portal', 'route.ts').map((folder) => `/api/portal/${folder}`);
}

/** Puts an id where the address has a place for one. */
export function withId(pattern: string, id: string): string {
  return pattern.replaceAll(/\[[^\]]+\]/g, id);
}

function filesUnder(folder: string, name: string): string[] {
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return found
    .filter((file) => path.basename(file) === name)
    .map((file) => path.dirname(file).replaceAll(path.sep, '/'))
    .map((parent) => (parent === '.' ? '' : parent))
    .sort();
}
