import fs from 'node:fs';
import path from 'node:path';

const portalFolder = 'app/hosts/[host]/portal/(app)';
const consoleFolder = 'app/(console)/(app)';

/** Addresses of the portal's signed-in pages, read off the folders: a new page is tested without anybody listing it. */
export function portalPages(): string[] {
  return filesUnder(portalFolder, 'page.tsx').map((folder) => `/${folder}`);
}

/** The same of the console. */
export function consolePages(): string[] {
  return filesUnder(consoleFolder, 'page.tsx').map((folder) => `/${folder}`);
}

/** Pages of the portal for somebody not signed in. */
export function portalDoors(): string[] {
  return filesUnder('app/hosts/[host]/portal/(auth)', 'page.tsx').map((folder) => `/${folder}`);
}

/** Routes that the super-admin's browser reads. */
export function consoleRoutes(): string[] {
  return filesUnder('app/api/console', 'route.ts').map((folder) => `/api/console/${folder}`);
}

/** Routes that the signed-in member's browser reads. */
export function portalRoutes(): string[] {
  return filesUnder('app/api/portal', 'route.ts').map((folder) => `/api/portal/${folder}`);
}

/** Every route handler: the path that a browser asks for, and the hosts it is for (`api`: any). */
export function allRoutes(): { surface: 'portal' | 'site' | 'console' | 'find' | 'api'; path: string; file: string }[] {
  return filesUnder('app', 'route.ts').map((folder) => {
    const [, surface = ''] = /^(?:hosts\/\[host\]\/)?(portal|site|\(console\)|find)\//.exec(folder) ?? [];
    const outer = folder.replace(/^(?:hosts\/\[host\]\/)?(?:portal|site|\(console\)|find)\//, '');
    const kinds = { portal: 'portal', site: 'site', '(console)': 'console', find: 'find' } as const;
    const kind = surface in kinds ? kinds[surface as keyof typeof kinds] : 'api';
    return { surface: kind, path: `/${outer}`, file: `app/${folder}/route.ts` };
  });
}

/** What a page or route asks for before it does anything; undefined where it asks for nothing, which is a fault. */
export function permissionOf(surface: 'portal' | 'console', address: string): string | null | undefined {
  const folder = surface === 'portal' ? portalFolder : consoleFolder;
  const file = address.startsWith('/api/') ? `app${address}/route.ts` : path.join(folder, address, 'page.tsx');
  const source = fs.readFileSync(file, 'utf8');
  if (/\bopenTenant\(/.test(source)) return 'tenants.view';
  const guarded = surface === 'portal' ? /\bdefineMember(?:Route|Download)\(/ : /\bdefineConsoleRoute\(/;
  const opened = surface === 'portal' ? /\bopenMemberPage\((.*?)[,)]/ : /\bopenConsolePage\((.*?)[,)]/;
  const asked = opened.exec(source) ?? (guarded.test(source) ? /\bpermission: (.*?),/.exec(source) : null);
  return asked?.[1] === 'null' ? null : asked?.[1]?.replaceAll("'", '');
}

/** Methods that a route handler exports. */
export function methodsOf(file: string): string[] {
  const source = fs.readFileSync(file, 'utf8');
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) =>
    new RegExp(`export (?:const|(?:async )?function) ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(source),
  );
}

/** Names under which any query of ours takes an id, and those that somebody might try. */
export function idNames(): string[] {
  const sources = filesUnder('lib', 'schema.ts').map((folder) =>
    fs.readFileSync(path.join('lib', folder, 'schema.ts'), 'utf8'),
  );
  const taken = sources.flatMap((text) =>
    [...text.matchAll(/^\s+(\w+): z\.(?:array\(z\.)?uuid\(/gm)].map(([, name]) => name ?? ''),
  );
  // Pictures are named in bodies only.
  const inQueries = taken.filter((name) => !name.endsWith('AssetId'));
  return [...new Set([...inQueries, 'id', 'ids', 'actor', 'member', 'tenant', 'tenantId', 'page'])].sort();
}

/** Puts an id where the address has a place for one, and its digits alone where there is one for a word of 32 hexadecimal digits. */
export function withId(pattern: string, id: string): string {
  return pattern.replaceAll('[word]', id.replaceAll('-', '')).replaceAll(/\[[^\]]+\]/g, id);
}

function filesUnder(folder: string, name: string): string[] {
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return found
    .filter((file) => path.basename(file) === name)
    .map((file) => path.dirname(file).replaceAll(path.sep, '/'))
    .map((parent) => (parent === '.' ? '' : parent))
    .sort();
}
