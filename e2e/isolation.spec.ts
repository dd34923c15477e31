/** Two customers side by side: what one has does not exist for the other, and no forged request says otherwise. */
import { randomUUID } from 'node:crypto';
import { actionsUnder, callAction, portalAction, type ActionAnswer } from './support/actions';
import { demoAdmin, portalOrigin, port } from './support/first-run';
import { comparable, request, type Answer } from './support/http';
import { consoleRoutes, portalPages, portalRoutes, withId } from './support/routes';
import { expect, test } from './support/test';

const acme = demoAdmin('acme');
const globex = demoAdmin('globex');
const acmeHost = 'acme.localhost';
const globexHost = 'globex.localhost';
/** Names that only Acme's pages may ever show. */
const ofAcme = /Acme Industrial|Marcus Oyelaran|Priya Raman|@acme\.example/;

interface Ids {
  member: string;
  session: string;
  invitation: string;
  event: string;
}

/** What Acme has, by its own reading. An invitation is made, because the demo may have none open. */
async function idsOfAcme(cookie: string): Promise<Ids> {
  const email = `guest.${randomUUID().slice(0, 8)}@acme.example`;
  const invited = await callAction(portalAction('inviteAction'), {
    host: acmeHost,
    cookie,
    input: { emails: [email], role: 'viewer' },
  });
  expect(invited.result).toMatchObject({ ok: true });
  const first = async (path: string): Promise<string> => {
    const answer = await request(path, { host: acmeHost, cookie });
    expect(answer.status, path).toBe(200);
    const { data } = JSON.parse(answer.body) as { data: { id: string }[] };
    return data[0]?.id ?? '';
  };
  return {
    member: await first('/api/portal/members?role=viewer'),
    session: await first('/api/portal/sessions'),
    invitation: await first(`/api/portal/members/invitations?q=${encodeURIComponent(email)}`),
    event: await first('/api/portal/audit'),
  };
}

function withoutReference(answer: ActionAnswer): string {
  const reference = answer.result?.error?.referenceId;
  const text = comparable(answer);
  return reference ? text.replaceAll(reference, '(reference)') : text;
}

test('a session of one tenant is worth nothing at another: its routes answer as to nobody', async ({ cookieOf }) => {
  const cookie = await cookieOf(acme);
  for (const route of portalRoutes()) {
    const path = withId(route, randomUUID());
    const stranger = await request(path, { host: globexHost });
    const foreign = await request(path, { host: globexHost, cookie });
    expect(stranger.status, path).toBe(401);
    expect(comparable(foreign), path).toBe(comparable(stranger));
  }
});

test('a session of one tenant opens no page of another, in any way a page can be asked for', async ({ cookieOf }) => {
  const cookie = await cookieOf(acme);
  const ways: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-nextjs-data': '1' },
    { purpose: 'prefetch' },
  ];
  for (const page of portalPages()) {
    const path = withId(page, randomUUID());
    for (const headers of ways) {
      const stranger = await ask(path, { host: globexHost, headers });
      const foreign = await ask(path, { host: globexHost, headers, cookie });
      const label = `${path} ${JSON.stringify(headers)}`;
      expect(foreign.status, label).toBe(stranger.status);
      expect(foreign.headers.location, label).toBe(stranger.headers.location);
      // A prefetch stops before the page itself, so it has nothing to redirect for.
      if (!label.includes('prefetch')) expect([stranger, foreign].every(leadsToSignIn), label).toBe(true);
      expect(foreign.body, label).not.toMatch(ofAcme);
      expect(foreign.body, label).not.toMatch(/Jonas Weidmann|Mara Vogel|@globex\.example/);
    }
  }
});

/** Next wants a fingerprint of the headers in the address of what its own script asks for, and says which. */
async function ask(path: string, options: Parameters<typeof request>[1]): Promise<Answer> {
  const answer = await request(path, options);
  const corrected = answer.headers.location;
  return corrected?.startsWith(`${path}?_rsc`) ? request(corrected, options) : answer;
}

/** A redirect, or the same said inside a stream that had begun. */
function leadsToSignIn({ status, headers, body }: Answer): boolean {
  if (status === 307) return (headers.location ?? '').includes('/sign-in');
  return status === 200 && /NEXT_REDIRECT;[a-z]+;\/sign-in/.test(body);
}

/** Not found, in whichever form it was asked for. */
function isAbsent({ status, headers, body }: Answer): boolean {
  if (status === 404) return true;
  return headers['content-type'] === 'text/x-component' && body.includes('NEXT_HTTP_ERROR_FALLBACK;404');
}

test('a session of a tenant is worth nothing at the console, and the console’s nothing at a tenant', async ({
  cookieOf,
}) => {
  const cookie = await cookieOf(acme);
  expect(consoleRoutes().length).toBeGreaterThan(10);
  for (const route of consoleRoutes()) {
    const path = withId(route, randomUUID());
    const stranger = await request(path, { host: 'console.localhost' });
    expect(stranger.status, path).toBe(401);
    expect(comparable(await request(path, { host: 'console.localhost', cookie })), path).toBe(comparable(stranger));
    const atTenant = await request(path, { host: acmeHost, cookie });
    expect(atTenant.status, path).toBe(404);
    expect(atTenant.body, path).not.toContain('globex');
  }
});

test('no action of a portal runs without a session of that very portal', async ({ cookieOf }) => {
  const cookie = await cookieOf(acme);
  const actions = actionsUnder('app/hosts/[host]/portal/(app)');
  expect(actions.length).toBeGreaterThan(10);
  for (const action of actions) {
    const call = { host: globexHost, input: { id: randomUUID(), ids: [randomUUID()] } };
    const stranger = await callAction(action, call);
    const foreign = await callAction(action, { ...call, cookie });
    expect(stranger.result?.error?.code, action.name).toBe('unauthenticated');
    expect(withoutReference(foreign), action.name).toBe(withoutReference(stranger));
  }
});

test('an id of another tenant answers exactly like one that does not exist, in every action', async ({ cookieOf }) => {
  const [own, foreign] = [await cookieOf(globex), await idsOfAcme(await cookieOf(acme))];
  const absent = randomUUID();
  const attempts: [action: string, id: string, input: (id: string) => unknown][] = [
    ['changeRolesAction', foreign.member, (id) => ({ ids: [id], role: 'viewer' })],
    ['revokeMembersAction', foreign.member, (id) => ({ ids: [id] })],
    ['restoreMembersAction', foreign.member, (id) => ({ ids: [id] })],
    ['renameMemberAction', foreign.member, (id) => ({ id, name: 'Taken Over' })],
    ['resendInvitationAction', foreign.invitation, (id) => ({ id })],
    ['revokeInvitationAction', foreign.invitation, (id) => ({ id })],
    ['endSessionAction', foreign.session, (id) => ({ id })],
  ];
  for (const [name, id, input] of attempts) {
    const call = { host: globexHost, cookie: own };
    const missing = await callAction(portalAction(name), { ...call, input: input(absent) });
    const theirs = await callAction(portalAction(name), { ...call, input: input(id) });
    expect(missing.result?.error?.code, name).toBe('not_found');
    expect(withoutReference(theirs).replaceAll(id, '(id)'), name).toBe(
      withoutReference(missing).replaceAll(absent, '(id)'),
    );
  }
  const still = await idsOfAcmeAgain(await cookieOf(acme), foreign);
  expect(still).toEqual({ member: true, session: true, invitation: true });
});

/** Whether Acme still has what the other tenant tried to change, unchanged. */
async function idsOfAcmeAgain(cookie: string, { member, session, invitation }: Ids): Promise<Record<string, boolean>> {
  const read = async (path: string): Promise<string> => (await request(path, { host: acmeHost, cookie })).body;
  const members = JSON.parse(await read('/api/portal/members?role=viewer')) as {
    data: { id: string; name: string; status: string }[];
  };
  const found = members.data.find(({ id }) => id === member);
  return {
    member: found !== undefined && found.name !== 'Taken Over' && found.status === 'active',
    session: (await read('/api/portal/sessions')).includes(session),
    invitation: (await read('/api/portal/members/invitations')).includes(invitation),
  };
}

test('one foreign id among own ones refuses the whole change', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  const { member } = await idsOfAcme(await cookieOf(acme));
  const own = await request('/api/portal/members?role=viewer', { host: globexHost, cookie });
  const [viewer] = (JSON.parse(own.body) as { data: { id: string; role: string }[] }).data;
  const answer = await callAction(portalAction('changeRolesAction'), {
    host: globexHost,
    cookie,
    input: { ids: [viewer?.id, member], role: 'user' },
  });
  expect(answer.result?.error?.code).toBe('not_found');
  const after = await request('/api/portal/members?role=viewer', { host: globexHost, cookie });
  expect(after.body).toBe(own.body);
});

test('a tenant named in the query or the body is not listened to', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  const acmeIds = await idsOfAcme(await cookieOf(acme));
  const plain = await request('/api/portal/members', { host: globexHost, cookie });
  const named = await request('/api/portal/members?tenant=acme&tenantId=acme&slug=acme&host=acme.localhost', {
    host: globexHost,
    cookie,
  });
  expect(named.body).toBe(plain.body);
  expect(plain.body).not.toMatch(ofAcme);
  const byActor = await request(`/api/portal/audit?actor=${acmeIds.member}`, { host: globexHost, cookie });
  expect(JSON.parse(byActor.body)).toMatchObject({ data: [] });
  const assigned = await callAction(portalAction('inviteAction'), {
    host: globexHost,
    cookie,
    input: { emails: ['x@globex.example'], role: 'viewer', tenantId: randomUUID() },
  });
  expect(assigned.result?.error?.code).toBe('validation_failed');
});

test('a list’s place of one tenant means nothing in the list of another', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  for (const route of ['/api/portal/members', '/api/portal/audit']) {
    const theirs = await request(`${route}?limit=2`, { host: acmeHost, cookie: await cookieOf(acme) });
    const { nextCursor } = JSON.parse(theirs.body) as { nextCursor: string };
    const answer = await request(`${route}?limit=2&cursor=${encodeURIComponent(nextCursor)}`, {
      host: globexHost,
      cookie,
    });
    expect(answer.body, route).not.toMatch(ofAcme);
  }
});

test('a file of one tenant holds nothing of the other', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  for (const path of ['/api/portal/audit/export', '/api/portal/usage/export']) {
    const answer = await request(path, { host: globexHost, cookie });
    expect(answer.status, path).toBe(200);
    expect(answer.body, path).not.toMatch(/acme/i);
    expect(answer.headers['cache-control'], path).toMatch(/no-store/);
  }
});

test('a picture of one tenant is absent on the hosts of another', async () => {
  const brand = await request('/api/v1/branding', { host: acmeHost });
  const picture = /\/api\/assets\/[\w.-]+/.exec(brand.body)?.[0] ?? '';
  expect((await request(picture, { host: acmeHost })).status).toBe(200);
  const file = picture.split('/').at(-1) ?? '';
  const absent = picture.replace(/[0-9a-f]{8}/, '00000000');
  for (const host of [globexHost, 'globex.sites.localhost', 'console.localhost', 'nobody.localhost']) {
    const theirs = await request(picture, { host });
    const missing = await request(absent, { host });
    expect(theirs.status, host).toBe(404);
    expect(comparable(theirs).replaceAll(file, '(file)'), host).toBe(
      comparable(missing).replaceAll(absent.split('/').at(-1) ?? '', '(file)'),
    );
  }
});

test('an invitation of one tenant is none at another', async () => {
  const [theirs, absent] = await Promise.all(
    ['A'.repeat(43), 'B'.repeat(43)].map((token) => request(`/invitations/${token}`, { host: globexHost })),
  );
  expect(theirs?.status).toBe(absent?.status);
  expect(theirs?.body).not.toMatch(ofAcme);
});

test('forged headers about host, path or tenant change nothing', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  const forged: Record<string, string | string[]>[] = [
    { 'x-forwarded-host': acmeHost },
    { 'x-forwarded-host': `${acmeHost}, ${globexHost}` },
    { forwarded: `host=${acmeHost}` },
    { 'x-host': acmeHost, 'x-original-host': acmeHost, 'x-forwarded-server': acmeHost },
    {
      'x-original-url': '/hosts/acme.localhost/portal/members',
      'x-rewrite-url': '/hosts/acme.localhost/portal/members',
    },
    { 'x-portico-host': acmeHost, 'x-portico-surface': 'portal', 'x-portico-path': '/members' },
    { 'x-portico-host': 'console.localhost', 'x-portico-surface': 'console', 'x-portico-proof': randomUUID() },
    { 'x-tenant-id': 'acme', 'x-tenant-slug': 'acme' },
    { 'x-middleware-rewrite': '/hosts/acme.localhost/portal/members', 'x-middleware-next': '1' },
    { 'x-middleware-override-headers': 'x-portico-host', 'x-middleware-request-x-portico-host': acmeHost },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-matched-path': '/hosts/[host]/portal/members', 'x-invoke-path': '/hosts/acme.localhost/portal/members' },
  ];
  for (const headers of forged) {
    const label = JSON.stringify(headers);
    const list = await request('/api/portal/members?limit=5', { host: globexHost, cookie, headers });
    expect(list.status, label).toBe(200);
    expect(list.body, label).not.toMatch(ofAcme);
    const front = await request('/sign-in', { host: globexHost, headers });
    expect(front.body, label).toContain('Globex Analytics');
    expect(front.body, label).not.toMatch(ofAcme);
    const nobody = await request('/sign-in', { host: 'nobody-here.localhost', headers });
    expect(nobody.status, label).toBe(404);
    expect(nobody.body, label).not.toMatch(/acme|globex|portico/i);
  }
});

test('the folders behind the addresses can’t be asked for, however they are written', async ({ cookieOf }) => {
  const cookie = await cookieOf(acme);
  const paths = [
    '/hosts/acme.localhost/portal/members',
    '/hosts/acme.localhost/portal',
    '/hosts/acme.localhost/site',
    '/Hosts/acme.localhost/portal',
    '/%68osts/acme.localhost/portal',
    '/%2568osts/acme.localhost/portal',
    '/hosts%2facme.localhost%2fportal',
    '/hosts%5cacme.localhost/portal',
    '/.%2fhosts/acme.localhost/portal',
    '/%2e%2e/hosts/acme.localhost/portal',
    '//hosts/acme.localhost/portal',
    '/hosts/acme.localhost/portal/members.rsc',
    '/_next/data/x/hosts/acme.localhost/portal/members.json',
    '/find',
    '/Find',
    '/%66ind',
  ];
  for (const host of ['console.localhost', globexHost, 'globex.sites.localhost', 'localhost', 'nobody.localhost']) {
    for (const path of paths) {
      const answer = await request(path, { host, cookie });
      const label = `${host}${path}`;
      // A doubled slash is answered with a redirect to the single one, which is then refused in turn.
      expect(isAbsent(answer) || answer.status === 308, `${label} ${answer.status}`).toBe(true);
      expect(answer.body, label).not.toMatch(ofAcme);
    }
  }
  for (const path of paths.slice(0, 3))
    expect((await request(path, { host: 'console.localhost' })).status, path).toBe(404);
});

test('an unknown host is answered alike whatever it asks for, and names nobody', async () => {
  const hosts = [
    'nobody.localhost',
    'nobody.sites.localhost',
    'portal.example.com',
    'admin.localhost',
    '10.0.0.7',
    'a..b.localhost',
  ];
  for (const host of hosts) {
    for (const path of ['/', '/sign-in', '/members', '/robots.txt', '/api/v1/branding', '/api/portal/members']) {
      const answer = await request(path, { host });
      expect(answer.status, `${host}${path}`).toBe(404);
      expect(answer.body, `${host}${path}`).not.toMatch(/portico|acme|globex|initech/i);
      expect(answer.headers['set-cookie'], `${host}${path}`).toBeUndefined();
    }
  }
});

test('every spelling of a host is the same host', async () => {
  for (const host of ['ACME.localhost', 'acme.localhost.', `Acme.LocalHost:${port}`, 'acme.localhost']) {
    const answer = await request('/sign-in', { host });
    expect(answer.status, host).toBe(200);
    expect(answer.body, host).toContain('Acme Industrial');
  }
});

test('a change is refused unless it comes from a page of the very host it is made on', async ({ cookieOf }) => {
  const cookie = await cookieOf(globex);
  const origins: (string | null)[] = [
    null,
    'null',
    portalOrigin('acme'),
    `http://console.localhost:${port}`,
    `http://globex.sites.localhost:${port}`,
    `http://localhost:${port}`,
    'http://globex.localhost:1',
    `https://globex.localhost:${port}`,
    `http://globex.localhost:${port}.evil.example`,
    `http://evil.example`,
  ];
  const before = (await request('/api/portal/members/invitations', { host: globexHost, cookie })).body;
  for (const origin of origins) {
    const input = { emails: [`stray.${randomUUID().slice(0, 8)}@globex.example`], role: 'viewer' };
    const answer = await callAction(portalAction('inviteAction'), { host: globexHost, cookie, input, origin });
    expect(answer.result?.ok ?? false, String(origin)).toBe(false);
  }
  expect((await request('/api/portal/members/invitations', { host: globexHost, cookie })).body).toBe(before);
});

test('a real request of one tenant, replayed at the other, does nothing there', async ({ signedIn, cookieOf }) => {
  const page = await signedIn(acme);
  await page.goto(`${acme.origin}/members`);
  const captured = page.waitForRequest((sent) => sent.headers()['next-action'] !== undefined);
  // Seen, but never delivered.
  await page.route('**/members', (route) =>
    route.request().headers()['next-action'] ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Actions for Elena Petrova' }).click();
  await page.getByRole('menuitem', { name: 'Revoke access' }).click();
  const sent = await captured;
  const own = await sent.allHeaders();
  const replay = (host: string, cookie: string, origin: string): Promise<Answer> =>
    request('/members', {
      method: 'POST',
      host,
      cookie,
      headers: {
        'next-action': own['next-action'] ?? '',
        'content-type': own['content-type'] ?? '',
        accept: 'text/x-component',
        origin,
      },
      body: sent.postData() ?? '',
    });
  const [atGlobex, asAcme] = [await cookieOf(globex), await cookieOf(acme)];
  expect((await replay(globexHost, atGlobex, globex.origin)).body).toContain('"not_found"');
  expect((await replay(globexHost, asAcme, globex.origin)).body).toContain('"unauthenticated"');
  expect((await replay(globexHost, atGlobex, acme.origin)).body).not.toContain('"ok":true');
  const members = await request('/api/portal/members?q=Elena', { host: acmeHost, cookie: asAcme });
  expect(JSON.parse(members.body)).toMatchObject({ data: [{ name: 'Elena Petrova', status: 'active' }] });
});
