import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** A program of this machine; from the system's packages where it is missing and we may install it. */
export function systemProgram(name: string, debianPackage: string): string | undefined {
  return find(name) ?? (install(debianPackage) ? find(name) : undefined);
}

function find(name: string): string | undefined {
  return folders.map((folder) => `${folder}/${name}`).find((file) => fs.existsSync(file));
}

/** The run level keeps the package from starting a service of its own. */
function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  try {
    execFileSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', debianPackage], {
      env,
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
