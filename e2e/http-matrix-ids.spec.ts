/**
 * Whose id: what one tenant has answers to another exactly as what nobody has, byte for byte, status and headers included: in the
 * path, the query, a cursor, the body of an action, an array. And a suspended tenant answers with its notice alone. Generated like
 * http-matrix.spec.ts.
 */
import { randomUUID } from 'node:crypto';
import { consoleActions, portalActions } from './support/action-inputs';
import { callAction } from './support/actions';
import { superAdmin } from './support/first-run';
import { comparable, request } from './support/http';
import { absentLike, actionText, caseOf, codeOf, consoleBuilt, consoleHost, cookiesGiven } from './support/matrix';
import { count, countAlike, each, inputFor, portalBuilt, product, tellSize } from './support/matrix';
import { consoleRoutes, idNames, portalDoors, portalPages, portalRoutes, withId } from './support/routes';
import { cookieBySigningIn } from './support/sessions';
import { makeSide, pictureOf, type Side } from './support/side';
import { suspendTenant } from './support/tenants';
import { expect, test } from './support/test';
import { ask, leadsTo, stopsBeforeThePage, ways } from './support/ways';

// Thousands of requests: a busy machine takes its time for them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let victim: Side;
let rival: Side;
let owner: string;
let before: Record<string, string>[];

test.beforeAll(async () => {
  [victim, rival, owner] = await Promise.all([
    makeSide('target', 'schema'),
    makeSide('rival', 'database'),
    cookieBySigningIn(superAdmin),
  ]);
  before = [await pictureOf(victim), await pictureOf(rival)];
});

test.afterAll(() => tellSize('HTTP matrix, whose id'));

/** Asks as the rival for what the victim has and for what nobody has. */
async function sameAsAbsent(
  path: (id: string) => string,
  id: string,
  {
    absent = absentLike(id),
    headers = {},
    host = rival.host,
  }: { absent?: string; headers?: Record<string, string>; host?: string } = {},
): Promise<void> {
  const { cookie } = rival;
  await countAlike(path(id), async () => {
    const theirs = await ask(path(id), { host, cookie, headers });
    const missing = await ask(path(absent), { host, cookie, headers });
    expect(theirs.body.replaceAll(id, ''), path(id)).not.toMatch(victim.marks);
    return [comparable(theirs).replaceAll(id, '(id)'), comparable(missing).replaceAll(absent, '(id)')];
  });
}

test('in the path: of pages, of what a mailed link opens, of the public site, of a picture', async () => {
  const addresses = [...portalPages(), ...portalDoors(), ...portalRoutes()].filter((address) => address.includes('['));
  expect(addresses.length).toBeGreaterThan(2);
  await each(product(addresses, Object.values(ways)), ([address, headers]) => {
    const { page, invitationToken, resetToken } = victim.ids;
    const id = address.includes('[token]') ? (address.includes('reset') ? resetToken : invitationToken) : page;
    return sameAsAbsent((value) => withId(address, value), id, { headers });
  });
  await each(Object.values(ways), (headers) =>
    sameAsAbsent((slug) => `/${slug}`, `only-${victim.tenant.slug}`, { headers, host: rival.site }),
  );
  const brand = await request('/api/v1/branding', { host: 'acme.localhost' });
  const picture = /\/api\/assets\/([\w-]+)/.exec(brand.body)?.[1] ?? '';
  expect(picture).not.toBe('');
  for (const host of [rival.host, rival.site, consoleHost, 'localhost'])
    await sameAsAbsent((name) => `/api/assets/${name}.png`, picture, { host });
});

test('in the query, under every name that any query knows', async () => {
  const readable = [...portalPages().filter((page) => !page.includes('[')), ...portalRoutes()];
  // What counts the tenant's own traffic differs from one request to the next, and a file is an entry of the log.
  const steady = readable.filter(
    (address) => !/dashboard|usage|sessions|export|security|^\/$|^\/account/.test(address),
  );
  await each(product(steady, idNames()), ([address, name]) =>
    // As the router asks: rows without their order, where a whole page would be cut anew each time.
    sameAsAbsent((id) => `${address}?${name}=${id}`, victim.ids.member, {
      headers: address.startsWith('/api/') ? {} : { rsc: '1' },
    }),
  );
});

test('in a cursor: a place of one list is a place without a name in another', async () => {
  const lists = ['/api/portal/members', '/api/portal/members/invitations', '/api/portal/audit', '/members', '/audit'];
  await each(lists, async (list) => {
    const read = list.startsWith('/api') ? list : `/api/portal${list}`;
    const { nextCursor } = JSON.parse((await request(`${read}?limit=1`, victim)).body) as { nextCursor: string };
    const place = JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as { id: string };
    const cursorAt = (id: string): string => Buffer.from(JSON.stringify({ ...place, id })).toString('base64url');
    // Nobody's, and at the same place in any order.
    const absent = cursorAt(place.id.slice(0, -1) + (place.id.endsWith('0') ? '1' : '0'));
    await sameAsAbsent((cursor) => `${list}?limit=1&cursor=${cursor}`, cursorAt(place.id), { absent });
  });
});

test('in every action: alone, and in an array beside one’s own', async () => {
  const { host, cookie } = rival;
  await each(portalBuilt, async (action) => {
    const { input, names, several, absent: expected = 'not_found' } = caseOf(portalActions, action);
    if (!names) return;
    const [id, absent] = [victim.ids[names], absentLike(victim.ids[names])];
    const shapes = [input, ...(several ? [(value: string) => several([rival.ids.member, value])] : [])];
    for (const shape of shapes) {
      const missing = await callAction(action, { host, cookie, input: shape(absent) });
      const theirs = await callAction(action, { host, cookie, input: shape(id) });
      expect(codeOf(missing), `${action.name} ${missing.body}`).toBe(expected);
      await countAlike(action.name, async () => [
        actionText(theirs).replaceAll(id, '(id)'),
        actionText(missing).replaceAll(absent, '(id)'),
      ]);
    }
  });
});

test('at the console, an id that is nobody’s is not found, and one such among others refuses them all', async () => {
  await each(consoleBuilt, async (action) => {
    const { input, names, several, permission } = caseOf(consoleActions, action);
    if (!names || permission === 'public') return;
    const absent = randomUUID();
    const inputs = [input(absent), ...(several ? [several([victim.tenant.id, absent])] : [])];
    for (const tried of inputs) {
      const answer = await callAction(action, { host: consoleHost, cookie: owner, input: tried });
      expect(codeOf(answer), `${action.name} ${answer.body}`).toBe('not_found');
      count();
    }
  });
  await each(
    consoleRoutes().filter((route) => route.includes('[')),
    async (route) => {
      const path = `${withId(route, randomUUID())}?planKey=free`;
      expect((await request(path, { host: consoleHost, cookie: owner })).status, path).toBe(404);
      count();
    },
  );
});

test('after all of it, both tenants have exactly what they had', async () => {
  expect([await pictureOf(victim), await pictureOf(rival)]).toEqual(before);
});

test('the same inputs do work for whom they are meant, so that none was refused for its shape', async () => {
  // What a mailed link does ends sessions, so it comes last.
  const isPublic = (action: (typeof portalBuilt)[number]): boolean =>
    caseOf(portalActions, action).permission === 'public';
  // Nothing is published after it is deleted: in the order of the table.
  const order = Object.keys(portalActions);
  const sorted = [...portalBuilt].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  const inOrder = [...sorted.filter((action) => !isPublic(action)), ...sorted.filter(isPublic)];
  for (const action of inOrder) {
    const { names } = caseOf(portalActions, action);
    // The picture is Acme's.
    if (!names || names === 'asset') continue;
    const call = { host: victim.host, cookie: victim.cookie, input: inputFor(action, victim.ids) };
    const answer = await callAction(action, call);
    // What is changed from a state of long ago is in conflict, as is a domain that nobody proved; a version was never kept, and who is
    // restored may never have been revoked.
    const wanted =
      /^(change(Page|PageRules|SiteSettings|Navigation|Announcement|Surface)|restore(Version|Members))Action$/.test(
        action.name,
      )
        ? /^(ok|conflict|not_found)$/
        : /^ok$/;
    expect(codeOf(answer), `${action.name} ${answer.body}`).toMatch(wanted);
    count();
  }
});

test('a file filtered by a foreign id is the file of an absent one', async () => {
  for (const route of portalRoutes().filter((path) => path.endsWith('/export')))
    for (const name of idNames()) {
      const answer = await request(`${route}?${name}=${victim.ids.member}`, rival);
      expect(answer.status, route).toBe(200);
      // A site's usage shows which of its addresses were asked for, and tests before this one asked for the other's.
      const said = answer.body.replaceAll(victim.ids.member, '').replaceAll(/^.*,site,.*$/gm, '');
      expect(said, route).not.toMatch(victim.marks);
      if (name === 'actor' && route.includes('audit'))
        expect(answer.body.trim().split('\n'), 'only the heading').toHaveLength(1);
      count();
    }
});

test('a suspended tenant shows its notice, says tenant_suspended to programs, and nothing else', async () => {
  await suspendTenant(rival.tenant.slug);
  const { host, ids } = rival;
  const secret = new RegExp(`only-${rival.tenant.slug}|Only ${rival.tenant.slug}|@${rival.tenant.slug}`);
  await expect.poll(async () => (await request('/api/portal/members', { host })).status).toBe(403);
  for (const cookie of [undefined, rival.cookie]) {
    await each(product([...portalPages(), ...portalDoors()], Object.entries(ways)), async ([page, [way, headers]]) => {
      const answer = await ask(withId(page, ids.invitation), { host, cookie, headers });
      if (page === '/suspended') expect(answer.status, way).toBe(200);
      else if (!stopsBeforeThePage(way)) expect(leadsTo(answer, '/suspended'), `${page} ${way}`).toBe(true);
      expect(answer.body, page).not.toMatch(secret);
      count();
    });
    await each([...portalRoutes(), '/api/v1/branding'], async (route) => {
      const answer = await request(route, { host, cookie });
      expect([answer.status, answer.body], route).toEqual([403, expect.stringContaining('"code":"tenant_suspended"')]);
      count();
    });
    await each(portalBuilt, async (action) => {
      const answer = await callAction(action, { host, cookie, input: inputFor(action, ids) });
      if (!caseOf(portalActions, action).plain) expect(codeOf(answer), action.name).toBe('tenant_suspended');
      expect(cookiesGiven(answer), action.name).toEqual([]);
      count();
    });
  }
  const paths = ['/', `/only-${rival.tenant.slug}`, '/sitemap.xml', '/robots.txt', '/manifest.webmanifest'];
  await each(paths, async (path) => {
    const answer = await request(path, { host: rival.site });
    // Next repeats the asked address in its own data.
    expect(path === '/' ? answer.body : answer.body.replaceAll(path.slice(1), ''), path).not.toMatch(secret);
    count();
  });
});
