/**
 * What one host is shown is never kept for another, and what one person is shown for nobody: inside the server, and in a caching
 * proxy that knows no more than the headers say.
 */
import { callAction, portalAction } from './support/actions';
import { startCachingProxy, type CachingProxy } from './support/caching-proxy';
import { port as testedPort } from './support/first-run';
import { comparable, request, type Answer } from './support/http';
import { each } from './support/matrix';
import { allRoutes, methodsOf, portalDoors, portalPages, portalRoutes, withId } from './support/routes';
import { makeSide, type Side } from './support/side';
import { suspendTenant } from './support/tenants';
import { expect, test } from './support/test';

// Thousands of requests: a busy machine takes its time for them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

interface Asked {
  side: Side;
  /** Whom nothing of this answer may belong to. */
  other: Side;
  host: string;
  path: string;
  cookie?: string;
}

let sides: [Side, Side];
let proxy: CachingProxy | null;
const shared = '/same-address';

test.beforeAll(async () => {
  sides = await Promise.all([makeSide('north'), makeSide('south', 'database')]);
  await Promise.all(sides.map((side, i) => decorate(side, i === 0 ? '#b42318' : '#175cd3', 'Opening words')));
  proxy = await startCachingProxy();
});

test.afterAll(() => proxy?.stop());

/** Its own colours, and at the same address as the other's a page of its own words. */
async function decorate({ tenant, host, cookie, ids }: Side, brandColour: string, words: string): Promise<void> {
  const act = async (name: string, input: unknown): Promise<unknown> => {
    const { result, body } = await callAction(portalAction(name), { host, cookie, input });
    expect(result?.ok, `${name}: ${body}`).toBe(true);
    return result?.data;
  };
  const tokens = {
    displayName: tenant.name,
    brandColour,
    neutralTint: 'none',
    radius: 'small',
    font: 'inter',
    theme: 'light',
  };
  await act('publishAction', { revision: 'live:1', tokens });
  const page = { slug: shared.slice(1), title: tenant.name, description: '', body: `${words} of ${tenant.name}.` };
  const { id } = (await act('createPageAction', page)) as { id: string };
  await act('publishPageAction', { id });
  ids.page = id;
}

/** Every address that can be read, on both hosts of both tenants, with the session and without. */
function everything(): Asked[] {
  const open = allRoutes().filter(
    ({ file }) => methodsOf(file).includes('GET') && !/\/api\/(console|auth)|metrics|readyz/.test(file),
  );
  const files = (surface: string): string[] =>
    open
      .filter((route) => [surface, 'api'].includes(route.surface))
      .map(({ path }) => path.replace('[file]', 'icon-32.png'));
  return sides.flatMap((side, i) => {
    const other = sides[1 - i] ?? side;
    const portal = [...new Set([...portalPages(), ...portalDoors(), ...portalRoutes(), ...files('portal')])];
    const site = [
      ...new Set(['/', shared, `/only-${side.tenant.slug}`, '/nowhere', '/brand/share.png', ...files('site')]),
    ];
    const inPortal = portal.map((path) => ({ side, other, host: side.host, path: withId(path, side.ids.page) }));
    return [
      ...inPortal.flatMap((asked) => [asked, { ...asked, cookie: side.cookie }]),
      ...site.map((path) => ({ side, other, host: side.site, path: withId(path, side.ids.page) })),
    ];
  });
}

async function fetchIt({ host, path, cookie }: Asked, port = testedPort): Promise<Answer> {
  // The proxy is asked for the very same host as the server.
  return request(path, { host: `${host}:${testedPort}`, cookie, port });
}

/** Holds nothing of the other tenant, and says to caches what may be said. */
function check(asked: Asked, answer: Answer): void {
  const label = `${asked.host}${asked.path}${asked.cookie ? ' signed in' : ''}`;
  const control = answer.headers['cache-control'] ?? '';
  expect(answer.body, label).not.toMatch(asked.other.marks);
  expect(answer.body, label).not.toContain(asked.other.tenant.slug);
  expect(answer.status, label).toBeLessThan(500);
  // A page that only the signed-in see, whoever asks for it.
  if (asked.cookie && !isForAnybody(asked.path)) expect(control, label).toContain('no-store');
  if (asked.cookie && !isForAnybody(asked.path) && answer.status === 200) expect(control, label).toContain('private');
  if (answer.headers['set-cookie']) expect(control, label).toContain('no-store');
  expect(control === '' && answer.status === 200, `${label} says how long it may be kept`).toBe(false);
}

/** The same for everybody who asks this host: its brand, its files. */
function isForAnybody(path: string): boolean {
  return !portalPages().includes(path) && !portalDoors().includes(path) && !path.startsWith('/api/portal');
}

test('two hosts in turn, cold and warm: each answer is its own tenant’s', async () => {
  for (const round of ['cold', 'warm']) {
    const all = everything();
    // In turn: the same address on one host right after the other.
    const inTurn = all.sort((a, b) => a.path.localeCompare(b.path));
    await each(inTurn, async (asked) => check(asked, await fetchIt(asked)));
    for (const { site, tenant } of sides) {
      const page = await request(shared, { host: site });
      expect(page.body, round).toContain(`Opening words of ${tenant.name}.`);
    }
  }
});

test('what one tenant changes is shown on its own host, and the other’s answers stay as they were', async () => {
  const [changed, still] = sides;
  const paths = ['/', shared, '/manifest.webmanifest', '/favicon.ico', '/sitemap.xml'];
  const pictureOf = async ({ site, host }: Side): Promise<string[]> => {
    const answers = [...paths.map((path) => request(path, { host: site })), request('/sign-in', { host })];
    return (await Promise.all(answers)).map(comparable);
  };
  await pictureOf(changed);
  const before = await pictureOf(still);
  const list = await request('/api/portal/pages', { host: changed.host, cookie: changed.cookie });
  const { data } = JSON.parse(list.body) as { data: { id: string; updatedAt: string }[] };
  const { updatedAt } = data.find(({ id }) => id === changed.ids.page) ?? { updatedAt: '' };
  const input = {
    id: changed.ids.page,
    updatedAt,
    slug: shared.slice(1),
    title: changed.tenant.name,
    description: '',
    body: 'Second words.',
  };
  const saved = await callAction(portalAction('changePageAction'), {
    host: changed.host,
    cookie: changed.cookie,
    input,
  });
  expect(saved.result?.ok, saved.body).toBe(true);
  const published = await callAction(portalAction('publishPageAction'), {
    host: changed.host,
    cookie: changed.cookie,
    input: { id: changed.ids.page },
  });
  expect(published.result?.ok, published.body).toBe(true);
  await expect.poll(async () => (await request(shared, { host: changed.site })).body).toContain('Second words.');
  expect(await pictureOf(still)).toEqual(before);
});

test('1,000 requests of both, mixed and sixteen at a time: none is answered with the other’s', async () => {
  const all = everything();
  const random = seeded(20_261_121);
  const mixed = Array.from({ length: 1_000 }, () => all[Math.floor(random() * all.length)]).filter(
    (asked) => asked !== undefined,
  );
  expect(mixed).toHaveLength(1_000);
  const queue = mixed.values();
  const caller = async (): Promise<void> => {
    for (const asked of queue) check(asked, await fetchIt(asked));
  };
  await Promise.all(Array.from({ length: 16 }, caller));
});

test.describe('behind a caching nginx', () => {
  test.beforeEach(() => test.skip(proxy === null, 'There is no nginx here, and no right to install one.'));
  const through = (asked: Asked): Promise<Answer> => fetchIt(asked, proxy?.port);
  const kept = ({ headers }: Answer): unknown => headers['x-cache-status'];

  test('it keeps public pages, each host’s for itself, and nothing that a session was shown', async () => {
    for (const round of ['cold', 'warm']) {
      await each(everything(), async (asked) => {
        const answer = await through(asked);
        check(asked, answer);
        if (asked.cookie && !isForAnybody(asked.path)) expect(kept(answer), `${round} ${asked.path}`).toBe('MISS');
      });
    }
    for (const { site, tenant } of sides) {
      const page = await request(shared, { host: `${site}:${testedPort}`, port: proxy?.port });
      expect([kept(page), page.body]).toEqual(['HIT', expect.stringContaining(tenant.name)]);
    }
  });

  test('after a member has looked, nobody gets what the member saw, not even under an address that looks like a file', async () => {
    const [{ host, cookie, marks }] = sides;
    const pages = portalPages().filter((page) => !page.includes('['));
    const disguises = [
      '',
      '?x=.css',
      '/x.css',
      '/..%2fx.css',
      '%2f..%2fx.css',
      ';.js',
      '%00.png',
      '%23.css',
      '.css',
      '%3f.css',
    ];
    await each(
      pages.flatMap((page) => disguises.map((ending) => page + ending)),
      async (path) => {
        const options = { host: `${host}:${testedPort}`, port: proxy?.port };
        await request(path, { ...options, cookie });
        const answer = await request(path, options);
        expect(kept(answer), path).not.toBe('HIT');
        expect(answer.body, path).not.toMatch(new RegExp(`@${marks.source.split('@')[1]?.split('\\')[0]}`));
      },
    );
  });

  test('an answer that sets a cookie is never kept', async () => {
    const [{ host, tenant }] = sides;
    const options = { host: `${host}:${testedPort}`, port: proxy?.port };
    for (const path of ['/api/auth/csrf', '/api/auth/session', '/api/auth/providers', '/sign-in']) {
      for (let time = 0; time < 2; time++) {
        const answer = await request(path, options);
        expect(kept(answer), path).toBe('MISS');
      }
    }
    const call = { ...options, origin: `http://${host}:${testedPort}`, input: tenant.owner };
    const signedIn = await callAction(portalAction('signInAction'), call);
    expect(signedIn.headers['set-cookie']?.join(), signedIn.body).toContain('session');
    expect((await request('/sign-in', options)).headers['set-cookie']).toBeUndefined();
  });

  test('headers that lie about the host, and answers for Next’s router, poison nothing', async () => {
    const [{ site, tenant }, other] = sides;
    const options = { host: `${site}:${testedPort}`, port: proxy?.port };
    const lies: Record<string, string>[] = [
      { 'x-forwarded-host': other.site },
      { forwarded: `host=${other.site}` },
      { 'x-original-url': '/nowhere', 'x-rewrite-url': '/nowhere' },
      { 'x-forwarded-proto': 'https', 'x-forwarded-port': '1' },
      { 'x-middleware-subrequest': 'middleware', 'x-nextjs-data': '1' },
      { 'x-http-method-override': 'DELETE' },
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
      { accept: 'text/x-component' },
      { range: 'bytes=0-10' },
    ];
    for (const [i, headers] of lies.entries()) {
      const path = `${shared}?fresh=${i}`;
      const poison = await request(path, { ...options, headers });
      const corrected = poison.headers.location ?? path;
      if (corrected !== path) await request(corrected, { ...options, headers });
      for (const address of [path, corrected]) {
        const answer = await request(address, options);
        const label = `${JSON.stringify(headers)} ${address}`;
        expect([answer.status, answer.headers['content-type']], label).toEqual([200, 'text/html; charset=utf-8']);
        expect(answer.body, label).toContain(tenant.name);
        expect(answer.body, label).not.toMatch(other.marks);
      }
    }
  });
});

test('a suspended tenant’s site is gone within the minute that a cache may keep it', async () => {
  const [, side] = sides;
  const paths = ['/', shared, `/only-${side.tenant.slug}`, '/nowhere', '/sitemap.xml'];
  for (const path of paths) {
    const { headers } = await request(path, { host: side.site });
    expect(keepsFor(headers['cache-control']), `${path} ${headers['cache-control']}`).toBeLessThanOrEqual(60);
  }
  await suspendTenant(side.tenant.slug);
  await expect.poll(async () => (await request('/', { host: side.site })).body).toContain('This site is paused');
  for (const path of paths) {
    const { body, headers } = await request(path, { host: side.site });
    expect(body, path).not.toContain('words of');
    expect(keepsFor(headers['cache-control']), path).toBeLessThanOrEqual(60);
  }
});

/** Seconds for which a shared cache may answer with this: fresh, and stale while it asks again. */
function keepsFor(control = ''): number {
  if (/no-store|no-cache|private/.test(control)) return 0;
  const seconds = (name: string): number | undefined => {
    const found = new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(control)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const fresh = seconds('s-maxage') ?? seconds('max-age') ?? Infinity;
  return fresh + (seconds('stale-while-revalidate') ?? 0);
}

/** The same order each run, so that a failure can be had again. */
function seeded(state: number): () => number {
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
