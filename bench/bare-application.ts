import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A copy of the bare application outside the project: inside it, the bundler would look up the tree and build our middleware and
 * instrumentation into the base line.
 */
export function unpackBareApplication(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portico-bare-'));
  cpSync('bench/bare', folder, { recursive: true, filter: (source) => !source.includes('.next') });
  cpSync('package.json', path.join(folder, 'package.json'));
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
