import 'server-only';
import { sendMail } from '@/lib/platform/mail';
import type { Email } from './email';

/** Sends a rendered mail in the name of a brand. Call it from a job: a mail server that is away must not fail a request. */
export async function sendEmail({
  to,
  senderName,
  email,
}: {
  to: string;
  senderName: string;
  email: Email;
}): Promise<void> {
  await sendMail({ from: { name: senderName }, to, ...email, headers: AUTOMATIC });
}

// Asks vacation responders not to answer (RFC 3834; the second is what Exchange reads).
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
