/** What no keyboard writes and the database can't hold is a fault of who sent it, wherever it is sent, and never one of the server. */
import { randomUUID } from 'node:crypto';
import { consoleActions, portalActions } from './support/action-inputs';
import { callAction, type BuiltAction } from './support/actions';
import { superAdmin } from './support/first-run';
import { request } from './support/http';
import {
  caseOf,
  codeOf,
  consoleBuilt,
  consoleHost,
  count,
  each,
  portalBuilt,
  product,
  tellSize,
} from './support/matrix';
import { consolePages, consoleRoutes, idNames, portalDoors, portalPages, portalRoutes, withId } from './support/routes';
import { cookieBySigningIn } from './support/sessions';
import { makeSide, pictureOf, type Side } from './support/side';
import { expect, test } from './support/test';

// A thousand requests: a busy machine takes its time for them.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let side: Side;
let owner: string;
let before: Record<string, string>;

test.beforeAll(async () => {
  [side, owner] = await Promise.all([makeSide('zero'), cookieBySigningIn(superAdmin)]);
  before = await pictureOf(side);
});

test.afterAll(() => tellSize('Texts that can’t be stored'));

const queryNames = ['q', 'sort', 'status', 'plan', 'action', 'from', 'period', 'cursor', 'key', ...idNames()];

test('in every text of every action it is a fault of the input', async () => {
  const calls = [
    ...portalBuilt.map((action) => ({
      action,
      host: side.host,
      cookie: side.cookie,
      ...inputOf(portalActions, action),
    })),
    ...consoleBuilt.map((action) => ({ action, host: consoleHost, cookie: owner, ...inputOf(consoleActions, action) })),
  ];
  // A site's own code loses such characters instead (lib/features/site-code/schema.ts), and these two answer in their own way.
  const texts = calls
    .filter(({ plain }) => plain !== true)
    .flatMap(({ input, ...call }) => textsOf(input).map((path) => ({ ...call, path, input: spoil(input, path) })))
    .filter(({ path }) => path[0] !== 'code');
  expect(texts.length).toBeGreaterThan(100);
  await each(texts, async ({ path, ...call }) => {
    const answer = await callAction(call.action, call);
    expect(codeOf(answer), `${call.action.name} ${path.join('.')}`).toBe('validation_failed');
    count();
  });
});

test('in an address it is a fault of the address, or says nothing', async () => {
  const places = [
    ...[...portalPages(), ...portalDoors(), ...portalRoutes()].map(
      (address) => [side.host, side.cookie, address] as const,
    ),
    ...[...consolePages(), ...consoleRoutes()].map((address) => [consoleHost, owner, address] as const),
    ...['/', '/[path]', '/brand/[file]', '/api/assets/[file]'].map((address) => [side.site, '', address] as const),
  ];
  await each(product(places, ['', ...queryNames]), async ([[host, cookie, address], name]) => {
    const path = withId(address, name === '' ? 'a%00b' : randomUUID()) + (name && `?${name}=a%00b`);
    expect((await request(path, { host, cookie })).status, `${host}${path}`).toBeLessThan(500);
    count();
  });
});

test('after all of it, the tenant has exactly what it had', async () => {
  expect(await pictureOf(side)).toEqual(before);
});

interface Case {
  input: (id: string) => unknown;
  plain?: true;
}

function inputOf(table: Record<string, Case>, action: BuiltAction): { input: unknown; plain?: true } {
  const { input, plain } = caseOf(table, action);
  return { input: input(randomUUID()), plain };
}

/** The way to each text in an input. */
function textsOf(input: unknown, path: string[] = []): string[][] {
  if (typeof input === 'string') return [path];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => textsOf(value, [...path, name]));
}

function spoil(input: unknown, [name, ...rest]: readonly string[]): unknown {
  if (typeof input === 'string') return `${input.slice(0, 1)}\u0000${input.slice(1)}`;
  const spoilt = (value: unknown, key: string): unknown => (key === name ? spoil(value, rest) : value);
  if (Array.isArray(input)) return input.map((value: unknown, index) => spoilt(value, String(index)));
  return Object.fromEntries(Object.entries(input as object).map(([key, value]) => [key, spoilt(value, key)]));
}
