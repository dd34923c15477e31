import fs from 'node:fs';
import path from 'node:path';
import { port as testedPort } from './first-run';
import { request, type Answer } from './http';

/** A server action as the build knows it: what a browser would name in `next-action`, and a page that may call it. */
export interface BuiltAction {
  id: string;
  name: string;
  file: string;
  page: string;
}

interface Manifest {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
}

const built = readManifest();

/** Every action whose file lies under `folder`; a new one is tested without anybody listing it. */
export function actionsUnder(folder: string): BuiltAction[] {
  return built.filter(({ file }) => file.startsWith(folder));
}

export function portalAction(name: string): BuiltAction {
  const found = actionsUnder('app/hosts/').find((action) => action.name === name);
  if (!found) throw new Error(`The portal has no action ${name}.`);
  return found;
}

interface Call {
  host: string;
  /** Argument as the page would send it. */
  input: unknown;
  cookie?: string;
  /** Left out: the page's own origin. Null: none at all. */
  origin?: string | null;
  /** Another server than the one under test. */
  port?: string;
}

/** Sends what the page's own script would send. */
export async function callAction(
  action: BuiltAction,
  { host, input, cookie, origin, port = testedPort }: Call,
): Promise<ActionAnswer> {
  const own = origin === undefined ? `http://${host}:${port}` : origin;
  const answer = await request(action.page, {
    method: 'POST',
    host,
    cookie,
    port,
    headers: {
      'next-action': action.id,
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      ...(own === null ? {} : { origin: own }),
    },
    body: JSON.stringify([input]),
  });
  return { ...answer, result: readResult(answer) };
}

export interface ActionAnswer extends Answer {
  /** Undefined where no action ran at all. */
  result: { ok: boolean; data?: unknown; error?: { code: string; referenceId?: string } } | undefined;
}

/** The result's line in the answer's stream: `1:{"ok":…}`. */
function readResult({ body }: Answer): ActionAnswer['result'] {
  const line = /^\w+:(\{"ok":.*\})$/m.exec(body)?.[1];
  return line ? (JSON.parse(line) as ActionAnswer['result']) : undefined;
}

function readManifest(): BuiltAction[] {
  const folder = path.resolve(process.env.NEXT_DIST_DIR || '.next');
  const text = fs.readFileSync(path.join(folder, 'server/server-reference-manifest.json'), 'utf8');
  const { node } = JSON.parse(text) as Manifest;
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: exportedName,
    file: filename,
    page: pagePath(Object.keys(workers)[0] ?? ''),
  }));
}

/** `app/hosts/[host]/portal/(app)/members/page` → `/members`, the address a browser is at. */
function pagePath(entry: string): string {
  const outer = entry
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replace(/^\/hosts\/\[host\]\/(portal|site)/, '')
    .replace(/^\/find/, '')
    .replaceAll(/\/\([^/]+\)/g, '')
    .replaceAll(/\/\[\[?\.{0,3}[^\]]+\]\]?/g, '/absent');
  return outer === '' ? '/' : outer;
}
