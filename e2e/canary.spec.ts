/** The wall is tried at the press of a button, and a tenant holds a proof of it that nobody has to believe. */
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import fs from 'node:fs';
import { demoAdmin, demoMember, port, superAdmin } from './support/first-run';
import { request } from './support/http';
import { expect, test } from './support/test';

const acme = demoAdmin('acme');
const hosts = ['console.localhost', 'localhost', 'acme.localhost', 'acme.sites.localhost'];

interface Signed {
  payload: Record<string, unknown>;
  signature: string;
  keyId: string;
}

async function publishedKeys(host: string): Promise<(JsonWebKey & { kid: string })[]> {
  const answer = await request('/.well-known/portico-canary.json', { host });
  expect(answer.status, host).toBe(200);
  return (JSON.parse(answer.body) as { keys: (JsonWebKey & { kid: string })[] }).keys;
}

test('a check run from the console is seen there, and a tenant’s evidence of it verifies with the published key', async ({
  signedIn,
}) => {
  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/health`);
  const rows = page.getByRole('region', { name: 'Past checks' }).getByRole('row');
  await page.getByRole('button', { name: 'Run check now' }).click();
  await expect(page.getByText('The check is done')).toBeVisible({ timeout: 60_000 });
  // The run that follows the first migration may end at the same moment; this one has a person's name.
  await expect(async () => {
    await page.reload();
    await expect(rows.filter({ hasText: 'Owner' }).first()).toContainText('Nothing got through', { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const matrix = page.getByRole('region', { name: 'What was tried' });
  await expect(matrix.getByRole('row', { name: /^members (?!\()/ })).toContainText('none got through');
  // Globex has a schema of its own, and Initech a database.
  for (const place of ['own schema', 'own database'])
    await expect(matrix.getByRole('row', { name: new RegExp(`^members \\(${place}\\)`) })).toContainText(
      'none got through',
    );

  const owner = await signedIn(acme);
  await owner.goto(`${acme.origin}/security`);
  await expect(owner.getByText('Nothing got through')).toBeVisible();
  const download = owner.waitForEvent('download');
  await owner.getByRole('link', { name: 'Download evidence' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^isolation-evidence-\d{4}-\d\d-\d\d\.json$/);
  const text = fs.readFileSync(await file.path(), 'utf8');
  const { payload, signature, keyId } = JSON.parse(text) as Signed;
  expect(payload).toMatchObject({ leaks: 0, drift: 0 });

  const sets = await Promise.all(hosts.map(publishedKeys));
  for (const keys of sets) expect(keys).toEqual(sets[0]);
  const jwk = sets[0]?.find(({ kid }) => kid === keyId);
  const key = createPublicKey({ key: jwk ?? {}, format: 'jwk' });
  const signed = JSON.stringify(payload);
  expect(verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true);
  const forged = signed.replace('"leaks":0', '"leaks":1');
  expect(verify(null, Buffer.from(forged), key, Buffer.from(signature, 'base64url'))).toBe(false);
});

test('the evidence is one for all: no tenant can tell from it that there is another', async ({ cookieOf }) => {
  const path = '/api/portal/security/evidence';
  const globex = demoAdmin('globex');
  const own = await request(path, { host: 'acme.localhost', cookie: await cookieOf(acme) });
  const other = await request(path, { host: 'globex.localhost', cookie: await cookieOf(globex) });
  expect(own.status).toBe(200);
  expect(own.body).toBe(other.body);
  expect(own.body).not.toMatch(/acme|globex|initech/i);
});

test('the evidence is for owners and admins, and the check for operators', async ({ cookieOf, signedIn }) => {
  const path = '/api/portal/security/evidence';
  const cookie = await cookieOf(demoMember('acme', 'tom.becker'));
  expect((await request(path, { host: 'acme.localhost', cookie })).status).toBe(403);
  const page = await signedIn(demoMember('acme', 'tom.becker'));
  expect((await page.goto(`http://acme.localhost:${port}/security`))?.status()).toBe(404);
  expect((await request('/api/console/canary', { host: 'console.localhost' })).status).toBe(401);
});
