/** One of two tenants that stand against each other: its people, its sessions and the ids of what it has. */
import type { MemberRole } from '@/lib/core/access/roles';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import type { OwnKind } from './action-inputs';
import { callAction, portalAction } from './actions';
import { demoAdmin } from './first-run';
import { request } from './http';
import { linksOf, mailTo } from './outbox';
import { portalRoutes } from './routes';
import { cookieBySigningIn, cookieOfAnswer } from './sessions';
import { freshTenant, type FreshTenant, type Placement } from './tenants';

export interface Side {
  tenant: FreshTenant;
  host: string;
  site: string;
  cookie: string;
  ids: Record<OwnKind, string>;
  /** What no answer to anybody else may ever hold. */
  marks: RegExp;
}

/** A tenant of the test's own, with something of everything that an id can name. */
export async function makeSide(stem: string, placement: Placement = 'shared'): Promise<Side> {
  const tenant = await freshTenant(stem, 'professional', placement);
  const host = `${tenant.slug}.localhost`;
  const cookie = await cookieBySigningIn(tenant.owner);
  // The one that a test may end.
  await cookieBySigningIn(tenant.owner);
  const act = actAs(host, cookie);
  // A first version: something to change from, and to go back to.
  await act('publishAction', { revision: 'live:0', tokens: defaultTenantBrand(tenant.name) });
  await act('inviteAction', { emails: [`open@${tenant.slug}.example`], role: 'viewer' });
  const words = { title: `Only ${tenant.slug}`, description: '', body: `Only ${tenant.slug} says this.` };
  await act('createPageAction', { slug: `only-${tenant.slug}`, ...words });
  await act('addDomainAction', { domain: `only-${tenant.slug}.example`, surface: 'portal' });
  const { email } = tenant.owner;
  await act('requestResetAction', { email });
  const first = firstOf(host, cookie);
  const page = await first('/api/portal/pages', ({ title }) => title === words.title);
  await act('publishPageAction', { id: page });
  const addresses = await addressesOf(host, cookie);
  const announcement = {
    text: `Only ${tenant.slug}`,
    tone: 'info',
    place: 'both',
    linkUrl: '',
    linkLabel: '',
    startsAt: null,
    endsAt: null,
  };
  const side: Side = {
    tenant,
    host,
    site: `${tenant.slug}.sites.localhost`,
    cookie,
    marks: new RegExp(`${tenant.name}|@${tenant.slug}\\.example|only-${tenant.slug}|Only ${tenant.slug}`, 'i'),
    ids: {
      member: '',
      session: await first('/api/portal/sessions', ({ current }) => current === false),
      invitation: await first('/api/portal/members/invitations', ({ email }) => String(email).startsWith('open@')),
      page,
      announcement: await act('createAnnouncementAction', announcement),
      domain: addresses.find(({ domainId }) => domainId !== null)?.domainId ?? '',
      ownHost: addresses.find(({ hostId }) => hostId !== null)?.hostId ?? '',
      asset: await someAsset(),
      email,
      invitationToken: tenant.invitationUrl.split('/').at(-1) ?? '',
      resetToken: await tokenMailedTo(email, '/reset-password/'),
    },
  };
  // Not the owner: a tenant keeps its last one whatever is asked.
  await addMember(side, 'viewer', 'target');
  side.ids.member = await first('/api/portal/members', ({ email }) => String(email).startsWith('target@'));
  return side;
}

/** Somebody invited to this role, who came by the mailed link: the session's cookie. */
export async function addMember({ tenant, host, cookie }: Side, role: MemberRole, local: string): Promise<string> {
  const email = `${local}@${tenant.slug}.example`;
  await actAs(host, cookie)('inviteAction', { emails: [email], role });
  const token = await tokenMailedTo(email, '/invitations/');
  const input = { token, name: `The ${local}`, password: tenant.owner.password };
  const answer = await callAction(portalAction('acceptInvitationAction'), { host, input });
  if (!answer.result?.ok) throw new Error(`${email} could not join: ${answer.body}`);
  return cookieOfAnswer(answer);
}

/** What differs after any request, or is itself an entry of the log. */
const restless = /sessions|dashboard|usage|export|evidence/;

/** All that a tenant's owner can read of it, so that two pictures differ when anything was changed in between. */
export async function pictureOf({ host, site, cookie }: Side): Promise<Record<string, string>> {
  const picture: Record<string, string> = {};
  for (const path of portalRoutes().filter((route) => !restless.test(route)))
    picture[path] = (await request(path, { host, cookie })).body.replaceAll(
      /"(?:lastSeenAt|used|checkedAt|nextCheckAt)":[^,}]*/g,
      '',
    );
  // Files that a role may have are entries of the log, and no change.
  const log = await wholeLog(host, cookie);
  picture['/api/portal/audit'] = JSON.stringify(log.filter(({ action }) => !/export|evidence/.test(action)));
  // What is in the forms that no route reads.
  for (const path of ['/settings', '/branding']) {
    const page = await request(path, { host, cookie });
    picture[path] = [...page.body.matchAll(/ value="([^"]*)"/g)]
      .map(([, value]) => value)
      .sort()
      .join('\n');
  }
  for (const path of ['/api/v1/branding', '/sitemap.xml']) picture[path] = (await request(path, { host: site })).body;
  const sessions = JSON.parse((await request('/api/portal/sessions', { host, cookie })).body) as {
    data: { id: string }[];
  };
  picture.sessions = sessions.data.map(({ id }) => id).join();
  return picture;
}

/** Does something as the owner; gives the id of what it made, where it tells one. */
/** All pages of it: a hundred files taken would push the rest off the first. */
async function wholeLog(host: string, cookie: string): Promise<{ action: string }[]> {
  const log: { action: string }[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await request(`/api/portal/audit?limit=100${cursor && `&cursor=${cursor}`}`, { host, cookie });
    const page = JSON.parse(body) as { data: { action: string }[]; nextCursor: string | null };
    log.push(...page.data);
    cursor = page.nextCursor;
  }
  return log;
}

function actAs(host: string, cookie: string): (name: string, input: unknown) => Promise<string> {
  return async (name, input) => {
    const { result, body } = await callAction(portalAction(name), { host, cookie, input });
    if (!result?.ok) throw new Error(`${name} at ${host}: ${body}`);
    return (result.data as { id?: string } | undefined)?.id ?? '';
  };
}

type Row = Record<string, unknown> & { id: string };

function firstOf(host: string, cookie: string): (path: string, wanted: (row: Row) => boolean) => Promise<string> {
  return async (path, wanted) => {
    const { data } = JSON.parse((await request(path, { host, cookie })).body) as { data: Row[] };
    const row = data.find(wanted);
    if (!row) throw new Error(`${host}${path} lists no such thing`);
    return row.id;
  };
}

async function addressesOf(
  host: string,
  cookie: string,
): Promise<{ domainId: string | null; hostId: string | null }[]> {
  const { body } = await request('/api/portal/domains', { host, cookie });
  return (JSON.parse(body) as { addresses: { domainId: string | null; hostId: string | null }[] }).addresses;
}

async function tokenMailedTo(email: string, path: string): Promise<string> {
  const link = linksOf(await mailTo(email)).find((href) => href.includes(path));
  return link?.split('/').at(-1) ?? '';
}

/** A picture of Acme's: foreign to every tenant that a test makes. */
async function someAsset(): Promise<string> {
  const host = 'acme.localhost';
  const page = await request('/branding', { host, cookie: await cookieBySigningIn(demoAdmin('acme')) });
  return /logoLightAssetId\\?":\\?"([0-9a-f-]{36})/.exec(page.body)?.[1] ?? '';
}
