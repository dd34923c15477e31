import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import { resetEnv } from '@/lib/platform/env';
import { listOutbox, readOutbox } from '@/lib/platform/mail';
import { passwordReset } from './password-reset';
import { sendEmail } from './send-email';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'email-'));
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/test');
  vi.stubEnv('PORTICO_DATA_DIR', folder);
  vi.stubEnv('SMTP_URL', '');
  resetEnv();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  resetEnv();
  await rm(folder, { recursive: true });
});

it('sends in the name of the brand, marked as automatic so that nobody answers by machine', async () => {
  const url = `https://acme.example/password/${'a1b2'.repeat(20)}`;
  const brand = { tokens: defaultTenantBrand('Acme'), homeUrl: 'https://acme.example/' };
  const email = passwordReset({
    brand,
    email: 'ada@example.com',
    locale: 'en',
    timeZone: 'UTC',
    url,
    expiresAt: new Date(),
  });
  await sendEmail({ to: 'ada@example.com', senderName: 'Acme', email });

  const [entry] = await listOutbox();
  expect(entry).toMatchObject({ from: 'Acme', to: 'ada@example.com', subject: email.subject });
  const mail = await readOutbox(entry?.id ?? '');
  expect(mail?.text.split('\n')).toContain(url);
  expect(mail?.source.toString()).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});
