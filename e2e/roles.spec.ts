/** Each role sees what it may do and nothing else: in the navigation, by address, and in what it can change. */
import { randomUUID } from 'node:crypto';
import { actionsUnder, callAction, portalAction } from './support/actions';
import { demoAdmin, demoMember, type Account } from './support/first-run';
import { request } from './support/http';
import { expect, test } from './support/test';

const host = 'acme.localhost';

interface Expectation {
  account: Account;
  navigation: string[];
  absent: string[];
  /** Reads that the role is refused. */
  refusedRoutes: string[];
}

const everything = [
  'Dashboard',
  'Usage',
  'Members',
  'Branding',
  'Site',
  'Domains',
  'Site code',
  'Features',
  'Audit log',
  'Security',
  'Settings',
];
const forAdmins = ['/api/portal/audit', '/api/portal/audit/export', '/api/portal/security/evidence'];
const forManagers = ['/api/portal/usage', '/api/portal/usage/export', '/api/portal/members/invitations'];

const roles: Record<string, Expectation> = {
  owner: { account: demoMember('acme', 'marcus.oyelaran'), navigation: everything, absent: [], refusedRoutes: [] },
  admin: { account: demoMember('acme', 'priya.raman'), navigation: everything, absent: [], refusedRoutes: [] },
  manager: {
    account: demoMember('acme', 'tom.becker'),
    navigation: everything.filter((page) => page !== 'Audit log' && page !== 'Security'),
    absent: ['/audit', '/security'],
    refusedRoutes: forAdmins,
  },
  user: {
    account: demoMember('acme', 'sofia.lindqvist'),
    navigation: ['Dashboard', 'Members', 'Features'],
    absent: [
      '/audit',
      '/security',
      '/usage',
      '/branding',
      '/site',
      '/site/new',
      '/site/code',
      '/site/navigation',
      '/site/announcements',
      '/site/settings',
      '/domains',
      '/settings',
      '/members/invitations',
    ],
    refusedRoutes: [...forAdmins, ...forManagers],
  },
  viewer: {
    account: demoMember('acme', 'elena.petrova'),
    navigation: ['Dashboard', 'Members'],
    absent: [
      '/audit',
      '/security',
      '/usage',
      '/branding',
      '/site',
      '/site/new',
      '/site/code',
      '/site/navigation',
      '/site/announcements',
      '/site/settings',
      '/domains',
      '/settings',
      '/members/invitations',
      '/features',
    ],
    refusedRoutes: [...forAdmins, ...forManagers, '/api/portal/features'],
  },
};

for (const [role, { account, navigation, absent, refusedRoutes }] of Object.entries(roles)) {
  test(`the navigation of ${role} lists what the role may open, each of it opens, and nothing else exists`, async ({
    signedIn,
    cookieOf,
  }) => {
    const page = await signedIn(account);
    await page.goto(account.origin);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem').getByRole('link');
    await expect(links).toHaveText(navigation);
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    for (const path of addresses) {
      const response = await page.goto(account.origin + path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    }
    const cookie = await cookieOf(account);
    for (const path of absent) expect((await request(path, { host, cookie })).status, path).toBe(404);
  });

  test(`the routes refuse ${role} what the navigation hides`, async ({ cookieOf }) => {
    const cookie = await cookieOf(account);
    for (const path of refusedRoutes) {
      const answer = await request(path, { host, cookie });
      expect(answer.status, path).toBe(403);
      expect(JSON.parse(answer.body), path).toMatchObject({ code: 'forbidden' });
    }
  });
}

test('no action that changes the tenant runs for a viewer', async ({ cookieOf }) => {
  const cookie = await cookieOf(demoMember('acme', 'elena.petrova'));
  const own = ['/account/', 'sign-out-action'];
  const actions = actionsUnder('app/hosts/[host]/portal/(app)').filter(({ file }) =>
    own.every((part) => !file.includes(part)),
  );
  expect(actions.length).toBeGreaterThan(10);
  for (const action of actions) {
    const answer = await callAction(action, { host, cookie, input: { id: randomUUID(), ids: [randomUUID()] } });
    expect(answer.result?.error?.code, action.name).toBe('forbidden');
  }
});

test('a manager can’t touch, appoint or invite anyone above a manager', async ({ cookieOf }) => {
  const cookie = await cookieOf(demoMember('acme', 'tom.becker'));
  const list = await request('/api/portal/members', { host, cookie });
  const { data } = JSON.parse(list.body) as { data: { id: string; email: string; role: string }[] };
  const idOf = (email: string): string => data.find((member) => member.email === email)?.id ?? '';
  const owner = idOf(demoAdmin('acme').email);
  const user = idOf('sofia.lindqvist@acme.example');
  const attempts: [string, unknown][] = [
    ['revokeMembersAction', { ids: [owner] }],
    ['changeRolesAction', { ids: [owner], role: 'viewer' }],
    ['renameMemberAction', { id: owner, name: 'Nobody' }],
    ['changeRolesAction', { ids: [user], role: 'admin' }],
    ['changeRolesAction', { ids: [user], role: 'owner' }],
    ['inviteAction', { emails: ['ally@acme.example'], role: 'admin' }],
  ];
  for (const [name, input] of attempts) {
    const answer = await callAction(portalAction(name), { host, cookie, input });
    expect(answer.result?.error?.code, `${name} ${JSON.stringify(input)}`).toBe('forbidden');
  }
  expect((await request('/api/portal/members', { host, cookie })).body).toBe(list.body);
});
