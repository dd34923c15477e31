import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { dataDir } from './first-run';

const folder = path.join(dataDir, 'outbox');

/** The newest mail to this address, as soon as the worker has written it. */
export async function mailTo(address: string): Promise<Email> {
  let found: Email | undefined;
  await expect
    .poll(async () => (found = await newestTo(address)), { message: `a mail to ${address}`, timeout: 30_000 })
    .toBeDefined();
  if (!found) throw new Error('unreachable');
  return found;
}

/** Absolute addresses that a reader could follow. */
export function linksOf(mail: Email): string[] {
  return [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));
}

async function newestTo(address: string): Promise<Email | undefined> {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.eml'));
  for (const name of names.sort().reverse()) {
    const mail = await PostalMime.parse(fs.readFileSync(path.join(folder, name)));
    if (mail.to?.some((recipient) => recipient.address === address)) return mail;
  }
  return undefined;
}
