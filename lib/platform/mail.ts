import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createTransport, type SendMailOptions } from 'nodemailer';
import PostalMime from 'postal-mime';
import { env } from './env';
import { bareAddress, checkedAddress, headerText } from './mail-address';

export interface Mail {
  /** The name that the recipient sees; the address is MAIL_FROM unless given. */
  from: { name: string; address?: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

export interface OutboxEntry {
  id: string;
  writtenAt: Date;
  from: string;
  to: string;
  subject: string;
}

export interface OutboxMail extends OutboxEntry {
  html: string;
  text: string;
  /** The `.eml` file as it is. */
  source: Buffer;
}

/** Sends through SMTP_URL, or writes an `.eml` file into the outbox. Throws when the server refuses: the job that sends tries again. */
export async function sendMail(mail: Mail): Promise<void> {
  const message = compose(mail);
  const { smtpUrl } = env();
  if (smtpUrl === undefined) await writeToOutbox(message);
  else await createTransport({ url: smtpUrl, ...SMTP_TIMEOUTS }).sendMail(message);
}

/** The newest mails of the outbox, newest first. */
export async function listOutbox(limit = 100): Promise<OutboxEntry[]> {
  const names = await readdir(outboxFolder()).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -'.eml'.length));
  const newest = ids.filter(isOutboxId).sort().reverse().slice(0, limit);
  const mails = await Promise.all(newest.map((id) => readOutbox(id)));
  return mails
    .filter((mail) => mail !== null)
    .map(({ id, writtenAt, from, to, subject }) => ({ id, writtenAt, from, to, subject }));
}

/** One mail of the outbox, or null: for an id that is none as for one that is gone. */
export async function readOutbox(id: string): Promise<OutboxMail | null> {
  if (!isOutboxId(id)) return null;
  const source = await readFile(path.join(outboxFolder(), `${id}.eml`)).catch(() => null);
  if (source === null) return null;
  const parsed = await PostalMime.parse(source);
  return {
    id,
    writtenAt: new Date(Number(id.split('-')[0])),
    from: parsed.from?.name || (parsed.from?.address ?? ''),
    to: parsed.to?.map((recipient) => recipient.address ?? '').join(', ') ?? '',
    subject: parsed.subject ?? '',
    html: parsed.html ?? '',
    text: parsed.text ?? '',
    source,
  };
}

const SMTP_TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function compose(mail: Mail): SendMailOptions {
  const headers = Object.entries(mail.headers ?? {}).map(([name, value]) => [headerName(name), headerText(value)]);
  return {
    from: {
      name: headerText(mail.from.name),
      address: checkedAddress(mail.from.address ?? bareAddress(env().mailFrom)),
    },
    to: { name: '', address: checkedAddress(mail.to) },
    subject: headerText(mail.subject),
    html: mail.html,
    text: mail.text,
    headers: Object.fromEntries(headers),
    // A mail's content never makes this process read a file or call an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function headerName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name)) throw new Error('Not a header name.');
  return name;
}

/** `<milliseconds>-<random>`: sorts by time and has no room for a path. */
const OUTBOX_ID = /^\d{13}-[0-9a-f]{12}$/;

function isOutboxId(id: string): boolean {
  return OUTBOX_ID.test(id);
}

function outboxFolder(): string {
  return path.join(env().dataDir, 'outbox');
}

/** Mails hold sign-in links: the folder and the files are the owner's alone. A reader never sees half a mail. */
async function writeToOutbox(message: SendMailOptions): Promise<void> {
  const source = await asMessageFile(message);
  const target = path.join(outboxFolder(), `${Date.now()}-${randomBytes(6).toString('hex')}`);
  await mkdir(outboxFolder(), { recursive: true, mode: 0o700 });
  try {
    const file = await open(`${target}.tmp`, 'wx', 0o600);
    await file.writeFile(source).finally(() => file.close());
    await rename(`${target}.tmp`, `${target}.eml`);
  } catch (error) {
    await rm(`${target}.tmp`, { force: true });
    throw error;
  }
}

/** The mail in the form of RFC 5322, as it would have travelled. */
async function asMessageFile(message: SendMailOptions): Promise<Buffer> {
  const { message: source } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  return Buffer.isBuffer(source) ? source : buffer(source);
}
