import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetEnv } from './env';
import { listOutbox, readOutbox, sendMail, type Mail } from './mail';

const MAIL: Mail = {
  from: { name: 'Müller & Söhne' },
  to: 'ada@example.com',
  subject: 'Einladung zu „Müller“ 🎉',
  html: '<p>Grüße <a href="https://acme.example/i?token=a-very-long-token-0123456789-0123456789-0123456789-0123456789">Link</a></p>',
  text: 'Grüße\nhttps://acme.example/i?token=a-very-long-token-0123456789-0123456789-0123456789-0123456789\n',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mail-'));
  configure({ PORTICO_DATA_DIR: folder, MAIL_FROM: 'Portico <no-reply@portico.example>', SMTP_URL: '' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  resetEnv();
  await rm(folder, { recursive: true });
});

function configure(variables: Record<string, string>): void {
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/test');
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  resetEnv();
}

describe('the outbox', () => {
  it('keeps a mail that reads back exactly, with names, emoji and long links', async () => {
    await sendMail(MAIL);
    const [entry] = await listOutbox();
    expect(entry).toMatchObject({ from: 'Müller & Söhne', to: 'ada@example.com', subject: MAIL.subject });
    const mail = await readOutbox(entry?.id ?? '');
    expect(mail?.text.trim()).toBe(MAIL.text.trim());
    expect(mail?.html.trim()).toBe(MAIL.html);
    expect(mail?.source.toString()).toContain('Auto-Submitted: auto-generated');
  });

  it('lists the newest first and no more than asked for', async () => {
    const clock = vi.spyOn(Date, 'now');
    for (const [index, subject] of ['one', 'two', 'three'].entries()) {
      clock.mockReturnValue(1_700_000_000_000 + index);
      await sendMail({ ...MAIL, subject });
    }
    clock.mockRestore();
    expect((await listOutbox(2)).map(({ subject }) => subject)).toEqual(['three', 'two']);
  });

  it('lets nobody but the owner read mails, which hold sign-in links', async () => {
    await sendMail(MAIL);
    const outbox = path.join(folder, 'outbox');
    const [name = ''] = await readdir(outbox);
    expect((await stat(outbox)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(outbox, name))).mode & 0o777).toBe(0o600);
  });

  it.each(['../first-run', '..%2f', '', '/etc/passwd', '1700000000000-0123456789ab.eml', '1700000000000-0123456789ab'])(
    'answers null for the id %j',
    async (id) => {
      expect(await readOutbox(id)).toBeNull();
    },
  );

  it('is empty before the first mail', async () => {
    expect(await listOutbox()).toEqual([]);
  });
});

describe('header injection', () => {
  it('keeps line breaks in name, subject and header values from starting a header', async () => {
    const attack = 'x\r\nBcc: evil@example.com\r\n\r\nbody';
    await sendMail({ ...MAIL, from: { name: attack }, subject: attack, headers: { 'X-Note': attack } });
    const [entry] = await listOutbox();
    const source = (await readOutbox(entry?.id ?? ''))?.source ?? Buffer.alloc(0);
    const parsed = await PostalMime.parse(source);
    expect(parsed.bcc ?? []).toEqual([]);
    expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(parsed.subject).toBe('x Bcc: evil@example.com body');
  });

  it.each([
    'a@b.com, evil@example.com',
    'a@b.com\r\nBcc: evil@example.com',
    '"a"@b.com',
    'A <a@b.com>',
    'a@b.com;c@d.com',
    'a',
    '@b.com',
    'a@@b.com',
    'a b@c.com',
  ])('refuses the recipient %j', async (to) => {
    await expect(sendMail({ ...MAIL, to })).rejects.toThrow('Not a single e-mail address');
  });

  it('refuses a header name that is none', async () => {
    await expect(sendMail({ ...MAIL, headers: { 'X-A: b\r\nBcc': 'evil@example.com' } })).rejects.toThrow(
      'Not a header name',
    );
  });
});

describe('SMTP', () => {
  it('delivers to a real server, in the name of the brand and from our own address', async () => {
    const inbox = await startServer();
    configure({ SMTP_URL: `smtp://127.0.0.1:${inbox.port}` });
    await sendMail(MAIL);
    expect(inbox.mails).toHaveLength(1);
    expect(inbox.mails[0]).toMatchObject({
      subject: MAIL.subject,
      from: { name: 'Müller & Söhne', address: 'no-reply@portico.example' },
    });
    expect(inbox.recipients).toEqual(['ada@example.com']);
    expect(await listOutbox()).toEqual([]);
    await inbox.close();
  });

  it('throws when the server refuses, so that the job tries again', async () => {
    const inbox = await startServer({ refuse: true });
    configure({ SMTP_URL: `smtp://127.0.0.1:${inbox.port}` });
    await expect(sendMail(MAIL)).rejects.toThrow();
    await inbox.close();
  });
});

async function startServer({ refuse = false } = {}) {
  const mails: Email[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, callback) {
      recipients.push(address.address);
      callback(refuse ? new Error('no such mailbox') : undefined);
    },
    async onData(stream, _session, callback) {
      mails.push(await PostalMime.parse(await buffer(stream)));
      callback();
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return { port, mails, recipients, close: () => new Promise<void>((resolve) => server.close(resolve)) };
}
