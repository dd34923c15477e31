import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { setOverride } from '@/lib/core/flags/set-override';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { onChange, startChangeBus, type Change } from '@/lib/platform/change-bus';
import { uuidv7 } from '@/lib/platform/ids';
import { siteHost } from '@/lib/platform/origins';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import { sha256 } from './clean-code';
import { readCodeFile } from './code-file';
import { discardCodeDraft } from './discard-draft';
import { listCodeVersions } from './list-versions';
import { previewedCode, previewLink } from './preview-code';
import { publishCode } from './publish-code';
import { publishedCode, publishedOrigins } from './published-code';
import { checkCode, readCode } from './read-code';
import { rollBackCode } from './roll-back';
import { emptyCode } from './rules';
import { saveCodeDraft } from './save-draft';
import type { SiteCode } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let admin: MemberContext;
let manager: MemberContext;
let other: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  startChangeBus();
});

beforeEach(async () => {
  tenant = await createTestTenant({ name: 'Acme' });
  admin = memberOf(tenant);
  manager = memberOf(tenant, 'manager');
  other = memberOf(await createTestTenant({ name: 'Globex' }));
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const code = (changes: Partial<SiteCode> = {}): SiteCode => ({ ...emptyCode(), ...changes });
const origins = (changes: Partial<SiteCode['origins']>) => ({ ...emptyCode().origins, ...changes });

async function save(ctx: MemberContext, changes: Partial<SiteCode>) {
  const { revision } = await readCode(ctx);
  return saveCodeDraft(ctx, { revision, code: code(changes) });
}

async function publish(ctx: MemberContext, changes: Partial<SiteCode>): Promise<number> {
  const { revision } = await readCode(ctx);
  return (await publishCode(ctx, { revision, code: code(changes) })).number;
}

async function addSite(): Promise<string> {
  const host = siteHost(tenant.slug);
  const row = { id: uuidv7(), tenantId: tenant.tenantId, host, surface: 'site', kind: 'subdomain', status: 'active' };
  await consoleDb().host.create({ data: { ...row, isPrimary: true } });
  return host;
}

const events = (ctx: MemberContext) =>
  tenantDb(ctx).auditEvent.findMany({ select: { action: true, changes: true }, orderBy: { id: 'asc' } });

describe('a draft of a site’s code', () => {
  it('is seen by its editors, with what will be taken out of it, and by nobody else', async () => {
    const { findings } = await save(admin, { css: 'a{color:red}\nb{position:fixed}' });
    expect(findings).toEqual([{ field: 'css', line: 2, what: 'position:fixed', reason: 'fixed' }]);
    expect(await readCode(admin)).toMatchObject({ code: { css: 'a{color:red}\nb{position:fixed}' }, findings });
    expect(await publishedCode(tenant)).toBeNull();
    expect(await readCode(other)).toMatchObject({ code: emptyCode(), draft: null, live: null });
  });

  it('of two editors is kept once: the second is told', async () => {
    const { revision } = await readCode(admin);
    await saveCodeDraft(admin, { revision, code: code({ css: 'a{color:red}' }) });
    const late = saveCodeDraft(memberOf(tenant, 'owner'), { revision, code: code({ css: 'a{color:blue}' }) });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect((await readCode(admin)).code.css).toBe('a{color:red}');
  });

  it('saved by ten editors at once from the same state is saved by exactly one', async () => {
    const { revision } = await readCode(admin);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => saveCodeDraft(admin, { revision, code: code({ css: `a{order:${i}}` }) })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('goes with its discarding', async () => {
    const { revision } = await readCode(admin);
    const saved = await save(admin, { css: 'a{color:red}' });
    await discardCodeDraft(admin, saved.revision);
    expect(await readCode(admin)).toMatchObject({ draft: null, revision, code: emptyCode() });
  });

  it('is written down by how long its parts are, never by what they say', async () => {
    await save(admin, { js: 'const inside = "the words of the script";', css: 'a{color:red}' });
    const text = JSON.stringify(await events(admin));
    expect(text).toContain('site_code.draft_saved');
    expect(text).toContain(sha256('a{color:red}').slice(0, 12));
    expect(text).not.toMatch(/the words of the script|color:red/);
  });
});

describe('publishing', () => {
  it('serves what is left after cleaning, under names made of its content, and tells every node', async () => {
    const heard: Change[] = [];
    onChange((change) => heard.push(change));
    await publish(admin, {
      css: 'a{color:red} @import "https://x.example/";',
      js: 'console.log(1)',
      headerHtml: '<p onclick="x()">Open</p>',
    });
    const shown = await publishedCode(tenant);
    expect(shown).toMatchObject({ headerHtml: '<p>Open</p>', footerHtml: '' });
    expect(shown?.script).toBe(`/site-code/${sha256('console.log(1)')}.js`);
    const sheet = shown?.stylesheet?.split('/').pop() ?? '';
    expect(await readCodeFile(tenant, sheet, false)).toEqual({
      body: '.s-body a{color:red}',
      contentType: 'text/css; charset=utf-8',
    });
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'site', tenantId: tenant.tenantId }));
  });

  it('of a state that somebody changed in between is refused', async () => {
    const { revision } = await readCode(admin);
    await publish(admin, { css: 'a{color:red}' });
    await expect(publishCode(admin, { revision, code: code() })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of a row that was changed behind our back shows nothing that runs', async () => {
    await publish(admin, { css: 'a{color:red}', headerHtml: '<p>Open</p>' });
    const planted = {
      servedHeaderHtml: '<p>Open</p><script>1</script><img src=x onerror=1>',
      servedCss: '@import "//x"',
    };
    await tenantDb(admin).siteCodeVersion.updateMany({ data: planted });
    // Another version makes this process read again.
    await vi.waitFor(async () => {
      const { headerHtml } = (await publishedCode(tenant)) ?? {};
      expect(headerHtml).toBe('<p>Open</p>');
    });
    const { cssSha256 = '' } = (await tenantDb(admin).siteCodeVersion.findFirst()) ?? {};
    expect(await readCodeFile(tenant, `${cssSha256}.css`, false)).toBeNull();
  });
});

describe('JavaScript and the origins that a site may load from', () => {
  it('are changed by owners and admins; a manager changes how the site looks', async () => {
    await publish(admin, { js: 'run()', origins: origins({ script: ['https://cdn.example.com'] }) });
    const kept = { js: 'run()', origins: origins({ script: ['https://cdn.example.com'] }) };
    await publish(manager, { ...kept, css: 'a{color:red}' });
    const refused = { code: 'forbidden' };
    await expect(save(manager, { ...kept, js: 'other()' })).rejects.toMatchObject(refused);
    await expect(save(manager, { ...kept, origins: origins({}) })).rejects.toMatchObject(refused);
    await expect(publish(manager, { ...kept, js: '' })).rejects.toMatchObject(refused);
    await save(admin, { ...kept, js: 'other()' });
    const { revision, code: draft } = await readCode(manager);
    await expect(publishCode(manager, { revision, code: draft })).rejects.toMatchObject(refused);
    await expect(discardCodeDraft(manager, revision)).rejects.toMatchObject(refused);
    await publish(admin, { ...kept, js: 'third()' });
    await expect(rollBackCode(manager, 1)).rejects.toMatchObject(refused);
  });

  it('extend the site’s policy once they are published, and never name this service', async () => {
    await addSite();
    await publish(admin, { origins: origins({ img: ['https://*.pictures.example'] }) });
    expect((await publishedOrigins(tenant)).img).toEqual(['https://*.pictures.example']);
    expect((await publishedOrigins(other)).img).toEqual([]);
    for (const own of [`https://${siteHost(tenant.slug)}`, 'https://console.localhost', 'https://x.sites.localhost'])
      await expect(save(admin, { origins: origins({ connect: [own] }) })).rejects.toMatchObject({
        code: 'validation_failed',
        details: { fields: { 'origins.connect': 'originOwn' } },
      });
    await expect(checkCode(admin, { code: code({ origins: origins({ script: ['*'] }) }) })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});

describe('rolling back', () => {
  it('publishes the older version as a new one and leaves the draft alone', async () => {
    const first = await publish(admin, { css: 'a{color:red}' });
    const second = await publish(admin, { css: 'a{color:blue}' });
    await save(admin, { css: 'a{color:green}' });
    const { number } = await rollBackCode(admin, first);
    expect(number).toBeGreaterThan(second);
    expect((await readCode(admin)).code.css).toBe('a{color:green}');
    const { versions } = await listCodeVersions(admin);
    expect(versions.map((version) => [version.number, version.isLive])).toEqual([
      [number, true],
      [second, false],
      [first, false],
    ]);
    expect(versions[1]?.changes).toEqual([
      {
        field: 'css',
        lines: [
          { kind: 'out', text: 'a{color:red}' },
          { kind: 'in', text: 'a{color:blue}' },
        ],
      },
    ]);
    await expect(rollBackCode(admin, number)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rollBackCode(admin, 999)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a preview', () => {
  it('shows the saved draft on the site’s own host, to whoever has the link', async () => {
    const host = await addSite();
    await save(admin, { css: 'a{color:red}', headerHtml: '<p>Soon</p>' });
    const { url } = await previewLink(admin);
    expect(new URL(url).hostname).toBe(host);
    const token = url.split('/').pop() ?? '';
    const shown = await previewedCode(tenant, token);
    expect(shown?.headerHtml).toBe('<p>Soon</p>');
    const sheet = shown?.stylesheet?.split('/').pop()?.split('?')[0] ?? '';
    expect(await readCodeFile(tenant, sheet, true)).not.toBeNull();
    expect(await readCodeFile(tenant, sheet, false)).toBeNull();
    expect(await previewedCode(other, token)).toBeNull();
    await publish(admin, {});
    expect(await previewedCode(tenant, token)).toBeNull();
  });
});

describe('another tenant', () => {
  it('has nothing of it: neither its files, nor its versions, nor a way back to them', async () => {
    const number = await publish(admin, { css: 'a{color:red}', js: 'mine()' });
    const { stylesheet, script } = (await publishedCode(tenant)) ?? {};
    for (const path of [stylesheet, script]) {
      const file = path?.split('/').pop() ?? '';
      expect(await readCodeFile(tenant, file, false)).not.toBeNull();
      expect(await readCodeFile(other, file, false)).toBeNull();
      expect(await readCodeFile(other, file, true)).toBeNull();
    }
    expect((await listCodeVersions(other)).versions).toEqual([]);
    expect(await publishedCode(other)).toBeNull();
    await expect(rollBackCode(other, number)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('without the feature', () => {
  it('nothing of it exists, and what was published is not served', async () => {
    await publish(admin, { css: 'a{color:red}', origins: origins({ img: ['https://a.example'] }) });
    const sheet = (await publishedCode(tenant))?.stylesheet?.split('/').pop() ?? '';
    await setOverride(superAdmin(), {
      tenantId: tenant.tenantId,
      key: 'site.custom_code',
      value: false,
      reason: 'Not paid for.',
    });
    await vi.waitFor(async () => expect(await publishedCode(tenant)).toBeNull());
    expect((await publishedOrigins(tenant)).img).toEqual([]);
    expect(await readCodeFile(tenant, sheet, false)).toBeNull();
    const gone = { code: 'not_found' };
    await expect(readCode(admin)).rejects.toMatchObject(gone);
    await expect(listCodeVersions(admin)).rejects.toMatchObject(gone);
    await expect(saveCodeDraft(admin, { revision: 'live:1', code: code() })).rejects.toMatchObject(gone);
    await expect(publishCode(admin, { revision: 'live:1', code: code() })).rejects.toMatchObject(gone);
    await expect(rollBackCode(admin, 1)).rejects.toMatchObject(gone);
    await expect(previewLink(admin)).rejects.toMatchObject(gone);
  });

  it('or without the permission it is refused', async () => {
    const user = memberOf(tenant, 'user');
    const refused = { code: 'forbidden' };
    await expect(readCode(user)).rejects.toMatchObject(refused);
    await expect(saveCodeDraft(user, { revision: 'live:0', code: code() })).rejects.toMatchObject(refused);
    await expect(previewLink(user)).rejects.toMatchObject(refused);
  });
});
