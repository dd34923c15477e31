/**
 * Who asks: every page, route and action × {no session, another tenant's, a lower role} × {HTML, RSC, prefetch, every method, action
 * POST}, read off the folders and the build, so that a new one is in the matrix by being there. Whose id is asked for: see
 * http-matrix-ids.spec.ts.
 */
import { randomUUID } from 'node:crypto';
import { consoleActions, portalActions } from './support/action-inputs';
import { actionsUnder, callAction } from './support/actions';
import { addSuperAdmin } from './support/console-people';
import { demoAdmin, superAdmin } from './support/first-run';
import { comparable, request } from './support/http';
import { actionText, caseOf, codeOf, consoleBuilt, consoleHost, cookiesGiven, count } from './support/matrix';
import { countAlike, each, inputFor, portalBuilt, product, tellSize } from './support/matrix';
import { allRoutes, consolePages, consoleRoutes, methodsOf, permissionOf } from './support/routes';
import { portalPages, portalRoutes, withId } from './support/routes';
import { cookieBySigningIn } from './support/sessions';
import { addMember, makeSide, pictureOf, type Side } from './support/side';
import { expect, test } from './support/test';
import { ask, isAbsent, leadsTo, stopsBeforeThePage, ways } from './support/ways';
import { rolePermissions, superAdminPermissions, type MemberRole } from '@/lib/core/access/roles';

// Thousands of requests: a busy machine takes its time for them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

/** Names that only Acme's answers may show. */
const ofAcme = /Acme Industrial|Dana Whitfield|@acme\.example/;
const lowerRoles = ['manager', 'user', 'viewer'] as const satisfies readonly MemberRole[];
const roleCookies = new Map<MemberRole, string>();

let victim: Side;
let foreign: string;
let owner: string;
let before: Record<string, string>;
let helpers: Awaited<ReturnType<typeof addSuperAdmin>>[];

test.beforeAll(async () => {
  [victim, foreign, owner] = await Promise.all([
    makeSide('victim', 'schema'),
    cookieBySigningIn(demoAdmin('acme')),
    cookieBySigningIn(superAdmin),
  ]);
  await Promise.all(lowerRoles.map(async (role) => roleCookies.set(role, await addMember(victim, role, role))));
  helpers = await Promise.all([addSuperAdmin(owner, 'support'), addSuperAdmin(owner, 'operator')]);
  before = await pictureOf(victim);
});

test.afterAll(() => tellSize('HTTP matrix, who asks'));

test('nothing is left out: each page and route asks for a permission, each action has an input', () => {
  const unguarded = [
    ...[...portalPages(), ...portalRoutes()].filter((address) => permissionOf('portal', address) === undefined),
    ...[...consolePages(), ...consoleRoutes()].filter((address) => permissionOf('console', address) === undefined),
  ];
  expect(unguarded, 'pages and routes that ask for nothing').toEqual([]);
  const withoutInput = [
    ...portalBuilt.filter(({ name }) => !portalActions[name]),
    ...consoleBuilt.filter(({ name }) => !consoleActions[name]),
  ];
  expect(
    withoutInput.map(({ name, file }) => `${file} ${name}`),
    'actions without an input',
  ).toEqual([]);
  const elsewhere = actionsUnder('app/').filter((action) => ![...portalBuilt, ...consoleBuilt].includes(action));
  expect(elsewhere.map(({ name }) => name).sort(), 'actions outside portal and console').toEqual([
    'findByEmailAction',
    'findBySlugAction',
  ]);
});

for (const surface of ['portal', 'console'] as const) {
  const pages = surface === 'portal' ? portalPages() : consolePages();
  const routes = surface === 'portal' ? portalRoutes() : consoleRoutes();
  const hostOf = (): string => (surface === 'portal' ? victim.host : consoleHost);

  test(`pages of the ${surface}: no session, or another’s, leads to the sign-in page, status and headers alike`, async () => {
    await each(product(pages, Object.entries(ways)), async ([page, [way, headers]]) => {
      const [path, host] = [withId(page, victim.ids.page), hostOf()];
      await countAlike(`${path} ${way}`, async () => {
        const toNobody = await ask(path, { host, headers });
        const toForeign = await ask(path, { host, headers, cookie: foreign });
        if (!stopsBeforeThePage(way)) expect(leadsTo(toNobody, '/sign-in'), `${path} ${way}`).toBe(true);
        expect(toNobody.headers['cache-control'], path).toContain('no-store');
        expect(toForeign.body, path).not.toMatch(ofAcme);
        // What follows in the stream of a redirect depends on whether the frame or the page was first to refuse.
        return [comparable({ ...toForeign, body: '' }), comparable({ ...toNobody, body: '' })];
      });
    });
  });

  test(`routes of the ${surface}: no session, or another’s, is 401, whatever the method`, async () => {
    await each(product(routes, ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']), async ([route, method]) => {
      const [path, host] = [withId(route, victim.tenant.id), hostOf()];
      const toNobody = await request(path, { host, method });
      const toForeign = await request(path, { host, method, cookie: foreign });
      await countAlike(`${method} ${path}`, async () => [comparable(toForeign), comparable(toNobody)]);
      const exported = methodsOf(`app${route}/route.ts`).concat('HEAD').includes(method);
      expect(toNobody.status, `${method} ${path}`).toBe(exported ? 401 : 405);
    });
  });

  test(`actions of the ${surface}: no session, or another’s, is refused alike, with ids that do exist`, async () => {
    await each(surface === 'portal' ? portalBuilt : consoleBuilt, async (action) => {
      const { permission, plain } = caseOf<{ permission: unknown; plain?: true }>(tableOf(surface), action);
      if (permission === 'public') return;
      const call = { host: hostOf(), input: inputOf(surface, action) };
      const toNobody = await callAction(action, call);
      const toForeign = await callAction(action, { ...call, cookie: foreign });
      await countAlike(action.name, async () => [actionText(toForeign), actionText(toNobody)]);
      if (!plain) expect(codeOf(toNobody), action.name).toBe('unauthenticated');
    });
  });

  test(`actions of the ${surface} run there and on no other host, whichever page they are sent to`, async () => {
    const others = [surface === 'portal' ? consoleHost : victim.host, victim.site, 'localhost'];
    await each(product(surface === 'portal' ? portalBuilt : consoleBuilt, others), async ([action, host]) => {
      for (const page of ['/', action.page]) {
        const call = { host, cookie: `${victim.cookie}; ${owner}`, input: inputOf(surface, action) };
        const answer = await callAction({ ...action, page }, call);
        expect(codeOf(answer), `${action.name} at ${host}${page}`).not.toBe('ok');
        expect(cookiesGiven(answer), `${action.name} at ${host}${page}`).toEqual([]);
        count();
      }
    });
  });
}

test('routes that need no session give a foreign one no more than none', async () => {
  const signedInOnly = [...portalRoutes(), ...consoleRoutes()];
  const open = allRoutes().filter(({ path }) => !signedInOnly.includes(path));
  // Their own contents: a one-time value, the moment's figures, and a page of an address that nobody has.
  const changing = /^\/api\/auth\/|^\/metrics$|^\/readyz$|^\/hosts\//;
  const hosts = { portal: victim.host, site: victim.site, console: consoleHost, find: 'localhost', api: victim.host };
  await each(open, async ({ surface, path, file }) => {
    for (const method of methodsOf(file)) {
      const [address, host] = [withId(path, randomUUID()), hosts[surface]];
      const toNobody = await request(address, { host, method });
      const toForeign = await request(address, { host, method, cookie: foreign });
      if (changing.test(path)) expect(toForeign.status, address).toBe(toNobody.status);
      else
        await countAlike(`${method} ${address}`, async () => [
          comparable(await request(address, { host, method, cookie: foreign })),
          comparable(await request(address, { host, method })),
        ]);
      expect(toForeign.body, address).not.toMatch(ofAcme);
    }
  });
});

for (const role of lowerRoles) {
  test(`a ${role} is refused what the role does not hold: 404 for pages, 403 for routes and actions`, async () => {
    const [host, cookie] = [victim.host, roleCookies.get(role) ?? ''];
    const holds = holding(rolePermissions[role]);
    await each(product(portalPages(), Object.entries(ways)), async ([page, [way, headers]]) => {
      const id = victim.ids[page.startsWith('/domains') ? 'domain' : 'page'];
      const answer = await ask(withId(page, id), { host, cookie, headers });
      if (stopsBeforeThePage(way)) expect(answer.body, page).not.toMatch(victim.marks);
      else expect(isAbsent(answer), `${page} ${way}`).toBe(!holds(permissionOf('portal', page)));
      count();
    });
    await each(portalRoutes(), async (route) => {
      const answer = await request(withId(route, victim.ids.domain), { host, cookie });
      if (holds(permissionOf('portal', route))) expect(answer.status, route).toBe(200);
      else expect([answer.status, answer.body], route).toEqual([403, expect.stringContaining('"code":"forbidden"')]);
      count();
    });
    await each(portalBuilt, async (action) => {
      const { permission } = caseOf(portalActions, action);
      if (permission === 'public' || holds(permission)) return;
      const answer = await callAction(action, { host, cookie, input: inputOf('portal', action) });
      expect(codeOf(answer), action.name).toBe('forbidden');
      count();
    });
  });
}

test('a super-admin of a lower role is refused alike, and changes nothing', async () => {
  const host = consoleHost;
  for (const { role, cookie, id } of helpers) {
    const holds = holding(superAdminPermissions[role]);
    // The console's front page leads on to the first page that the role may open.
    const pages = consolePages().filter((page) => page !== '/');
    await each(product(pages, Object.entries(ways)), async ([page, [way, headers]]) => {
      if (stopsBeforeThePage(way)) return;
      const answer = await ask(withId(page, victim.tenant.slug), { host, cookie, headers });
      expect(isAbsent(answer), `${role} ${page} ${way}`).toBe(!holds(permissionOf('console', page)));
      count();
    });
    await each(consoleRoutes(), async (route) => {
      const answer = await request(withId(route, victim.tenant.id), { host, cookie });
      expect(answer.status === 403, `${role} ${route}`).toBe(!holds(permissionOf('console', route)));
      count();
    });
    await each(consoleBuilt, async (action) => {
      const { permission } = caseOf(consoleActions, action);
      if (permission === 'public' || holds(permission)) return;
      const answer = await callAction(action, { host, cookie, input: inputOf('console', action) });
      expect(codeOf(answer), `${role} ${action.name}`).toBe('forbidden');
      count();
    });
    const record = await request(`/api/console/audit?actor=${id}`, { host, cookie: owner });
    const { data } = JSON.parse(record.body) as { data: { action: string }[] };
    expect(
      data.filter(({ action }) => !/sign|password/.test(action)),
      role,
    ).toEqual([]);
  }
});

test('after all of it, the tenant has exactly what it had', async () => {
  expect(await pictureOf(victim)).toEqual(before);
});

function tableOf(surface: 'portal' | 'console'): typeof portalActions | typeof consoleActions {
  return surface === 'portal' ? portalActions : consoleActions;
}

function inputOf(surface: 'portal' | 'console', action: (typeof portalBuilt)[number]): unknown {
  return surface === 'portal' ? inputFor(action, victim.ids) : caseOf(consoleActions, action).input(victim.tenant.id);
}

function holding(permissions: readonly string[]): (permission: string | null | undefined) => boolean {
  return (permission) => permission === null || (permission !== undefined && permissions.includes(permission));
}
