import { spawn } from 'node:child_process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyPassword } from '@/lib/core/passwords/hash-password';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { hostOrigin, portalHost, siteHost } from '@/lib/platform/origins';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { placeSchema } from '@/lib/tenancy/placements/names';
import { placedTables, tableNames } from '@/lib/tenancy/tables';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

afterAll(async () => {
  await Promise.all([closeConsoleClient(), closeTenantClients()]);
  await database.drop();
});

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

function portico(args: string[], stdin = ''): Promise<Result> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/cli/main.ts', ...args],
    { env: process.env },
  );
  const result: Result = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
  child.stdin.end(stdin);
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...result, code })));
}

const create = (slug: string, ...more: string[]) =>
  portico([
    'tenant',
    'create',
    '--name',
    'Acme Works',
    '--slug',
    slug,
    '--plan',
    'basic',
    '--admin-email',
    'ada@acme.example',
    ...more,
    '--json',
  ]);

describe('the command line', { timeout: 180_000 }, () => {
  it('makes a tenant without a worker, and answers with one JSON document', async () => {
    const { code, stdout } = await create('acme-cli');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      tenant: { id: expect.any(String) as string, slug: 'acme-cli', status: 'active', placement: 'shared' },
      portalUrl: hostOrigin(portalHost('acme-cli')),
      siteUrl: hostOrigin(siteHost('acme-cli')),
      invitationUrl: expect.stringMatching(/^http:\/\/acme-cli\.localhost(:\d+)?\/invitations\/.{43}$/) as string,
      steps: expect.arrayContaining([
        { name: 'activate', status: 'done', ms: expect.any(Number) as number },
      ]) as unknown,
    });
  });

  it('refuses with exit code 1 and says why', async () => {
    const taken = await create('acme-cli');
    expect(taken.code).toBe(1);
    expect(JSON.parse(taken.stdout)).toMatchObject({
      error: { code: 'conflict', fields: { 'address.slug': 'taken' } },
    });
  });

  it.each(['schema', 'database'])('makes a tenant in placement %s', async (placement) => {
    const { code, stdout } = await create(`acme-${placement}`, '--placement', placement);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ tenant: { slug: `acme-${placement}`, status: 'active', placement } });
  });

  it.each([
    ['an unknown command', ['tenant', 'paint']],
    ['an unknown option', ['tenant', 'list', '--colour', 'red']],
    ['a missing option', ['tenant', 'create', '--name', 'X']],
    ['a missing argument', ['tenant', 'show']],
  ])('answers %s with exit code 2', async (_what, args) => {
    const { code, stderr, stdout } = await portico(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('lists, shows, suspends and resumes', async () => {
    expect((await portico(['tenant', 'list'])).stdout).toMatch(/acme-cli\s+active\s+basic/);
    expect((await portico(['tenant', 'suspend', 'acme-cli', '--reason', 'unpaid'])).code).toBe(0);
    const shown = await portico(['tenant', 'show', 'acme-cli', '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      tenant: { slug: 'acme-cli', status: 'suspended', suspensionReason: 'unpaid' },
    });
    expect((await portico(['tenant', 'suspend', 'acme-cli', '--json'])).code).toBe(1);
    expect((await portico(['tenant', 'resume', 'acme-cli'])).code).toBe(0);
    expect((await portico(['tenant', 'show', 'nobody'])).code).toBe(1);
  });

  it('makes a member whose password came through stdin', async () => {
    const password = 'violet kettle on the north pier';
    const args = [
      'member',
      'create',
      '--tenant',
      'acme-cli',
      '--email',
      'Grace.Hopper@acme.example',
      '--role',
      'admin',
      '--password-stdin',
      '--json',
    ];
    const { code, stdout } = await portico(args, `${password}\n`);
    expect(code).toBe(0);
    const { member } = JSON.parse(stdout) as { member: { id: string; email: string } };
    expect(member).toMatchObject({ email: 'grace.hopper@acme.example', role: 'admin' });
    const { id } = await consoleDb().tenant.findUniqueOrThrow({ where: { slug: 'acme-cli' } });
    const stored = await tenantDb({ tenantId: id, placement: 'shared' }).memberPassword.findFirstOrThrow({
      where: { memberId: member.id },
    });
    expect(await verifyPassword(password, stored.hash)).toBe(true);
    const [again, weak, noRole] = await Promise.all([
      portico(args, `${password}\n`),
      portico(args, 'short\n'),
      portico(args.with(7, 'king'), password),
    ]);
    expect([again.code, weak.code, noRole.code]).toEqual([1, 1, 2]);
  });

  it('tells the state of the database', async () => {
    const { code, stdout } = await portico(['db', 'status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ pending: [], unknown: [], changed: [] });
  });

  it('tells which tenants in a place of their own are not up to date, and fails to migrate while one can not be', async () => {
    const { tenantId } = await tenantIn('schema', database.adminUrl);
    const books = `${placeSchema(tenantId)}._prisma_migrations`;
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    await admin.query(
      `INSERT INTO ${books} (id, checksum, migration_name, finished_at) VALUES ('1', 'x', 'unheard_of', now())`,
    );
    await admin.query(`UPDATE placements SET version = 'unheard_of' WHERE target_tenant_id = $1`, [tenantId]);
    const failed = await portico(['db', 'migrate', '--json']);
    const status = await portico(['db', 'status', '--json']);
    await admin.query(`DELETE FROM ${books} WHERE id = '1'`);
    await admin.end();
    expect([failed.code, status.code]).toEqual([1, 0]);
    const reason = expect.stringContaining('unheard_of, which this version of Portico does not know') as string;
    expect(JSON.parse(failed.stdout)).toMatchObject({ applied: [], fleet: { failed: [{ tenantId, reason }] } });
    expect(JSON.parse(status.stdout)).toMatchObject({
      fleet: { behind: 0, failed: 1, notUpToDate: [{ tenantId, failure: reason }] },
    });
    const slug = `t${tenantId.slice(-12)}`;
    const mended = await portico(['db', 'migrate', '--tenant', slug]);
    expect([mended.code, (await portico(['db', 'migrate', '--tenant', 'nobody'])).code]).toEqual([0, 1]);
    expect(mended.stdout).toContain('places of tenants: 0 migrated, 1 up to date, 0 failed');
  });

  it('tries the wall between tenants, and fails when it has a gap', async () => {
    const sound = await portico(['canary', 'run', '--json']);
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.stdout)).toEqual({
      // Tenants of the tests above have a schema and a database of their own.
      tables: tableNames.length + 2 * placedTables.length,
      attempts: expect.any(Number) as number,
      leaks: 0,
      drift: 0,
      signature: expect.stringMatching(/^[\w-]{86}$/) as string,
    });
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    await admin.query('CREATE POLICY helpful ON pages FOR SELECT TO portico_app USING (true)');
    const [broken, told] = [await portico(['canary', 'run', '--json']), await portico(['canary', 'run'])];
    await admin.query('DROP POLICY helpful ON pages');
    await admin.end();
    expect([broken.code, told.code]).toEqual([1, 1]);
    expect((JSON.parse(broken.stdout) as { leaks: number }).leaks).toBeGreaterThan(0);
    expect(told.stderr).toContain("leak: pages: portico_app, working for one tenant, could read another tenant's row.");
    expect(told.stderr).toContain('drift: pages has other policies');
  });
});
