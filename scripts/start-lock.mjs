/** One `npm start` in a data folder at a time, and no start on a port that someone else has. */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './project.mjs';

/** Held until `release`; a lock whose process is gone is taken over. */
export function takeLock(folder) {
  const file = path.join(folder, 'start.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return { release: () => fs.rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (isStart(holder)) {
      const where = path.relative(process.cwd(), folder) || folder;
      throw new Refusal(
        `Portico is already running from this folder: process ${holder} holds ${where}. Stop it first.`,
      );
    }
    fs.rmSync(file, { force: true });
  }
  throw new Refusal('Another start is taking this folder at the same moment.');
}

/** Whether an `npm start` holds the folder now. */
export function isLocked(folder) {
  const file = path.join(folder, 'start.lock');
  return fs.existsSync(file) && isStart(Number(fs.readFileSync(file, 'utf8')));
}

/** @param {string | undefined} value PORT; a bad one is left to the check of all variables, which names it */
export async function refuseTakenPort(value) {
  const port = Number(value || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) return;
  let code = await tryPort(port);
  // A server that was killed a moment ago, or somebody's passing connection, may hold it a little longer.
  for (let tries = 0; code === 'EADDRINUSE' && tries < 8; tries++) {
    await pause(250);
    code = await tryPort(port);
  }
  if (code === 'EADDRINUSE') {
    throw new Refusal(`Port ${port} is in use: stop the program that uses it, or set PORT to another one.`);
  }
  if (code) throw new Refusal(`Port ${port} can't be used (${code}): set PORT to another one.`);
}

function tryPort(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(undefined)));
  });
}

function isStart(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  // The number may belong to another program by now.
  const commandLine = `/proc/${pid}/cmdline`;
  if (!fs.existsSync('/proc/self/cmdline')) return true;
  return fs.existsSync(commandLine) && fs.readFileSync(commandLine, 'utf8').includes('start.mjs');
}
