import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { env } from '@/lib/platform/env';
import { notFound } from '@/lib/platform/errors';
import { listOutbox, readOutbox } from '@/lib/platform/mail';
import { firstLink } from './rules';
import type { Outbox, OutboxDetail } from './schema';

/** Mails that were written to files because no mail server is configured; newest first. */
export async function listMails(ctx: ConsoleContext): Promise<Outbox> {
  requireConsolePermission(ctx, 'outbox.view');
  if (env().smtpUrl !== undefined) return { kind: 'smtp' };
  const mails = await listOutbox(200);
  return {
    kind: 'files',
    mails: mails.map(({ writtenAt, ...mail }) => ({ ...mail, writtenAt: writtenAt.toISOString() })),
  };
}

/** @throws AppError forbidden, not_found */
export async function readMail(ctx: ConsoleContext, id: string): Promise<OutboxDetail> {
  requireConsolePermission(ctx, 'outbox.view');
  const mail = await readOutbox(id);
  if (!mail) throw notFound();
  const { from, to, subject, html, text, writtenAt } = mail;
  return { id, from, to, subject, html, text, writtenAt: writtenAt.toISOString(), link: firstLink(text) };
}
