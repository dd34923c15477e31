import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { portalActions } from './action-inputs';
import { actionsUnder, type ActionAnswer, type BuiltAction } from './actions';
import { comparable } from './http';

export const portalBuilt = actionsUnder('app/hosts/[host]/portal/');
export const consoleBuilt = actionsUnder('app/(console)/');
export const consoleHost = 'console.localhost';

let cases = 0;

/** One more cell of the matrix, after what it expects did hold. */
export function count(): void {
  cases++;
}

export function tellSize(title: string): void {
  test.info().annotations.push({ type: title, description: `${cases} cases` });
  console.log(`${title}: ${cases} cases`);
}

/**
 * Two answers must be alike byte for byte. A page is a stream, and where React cuts it is a matter of milliseconds: what is unlike
 * for that reason alone is alike when asked again, and what gives something away is unlike each time.
 */
export async function countAlike(
  label: string,
  answers: () => Promise<[actual: string, wanted: string]>,
): Promise<void> {
  let [actual, wanted] = await answers();
  for (let tries = 1; actual !== wanted && tries < 5; tries++) [actual, wanted] = await answers();
  if (actual !== wanted) {
    // Whole pages say little when they differ: where they first do says it.
    const at = [...wanted].findIndex((letter, i) => actual[i] !== letter);
    expect(actual.slice(at - 100, at + 200), label).toBe(wanted.slice(at - 100, at + 200));
  }
  expect(actual === wanted, label).toBe(true);
  count();
}

export function caseOf<T>(table: Record<string, T>, { name }: BuiltAction): T {
  const found = table[name];
  if (!found) throw new Error(`${name} has no input: add it to e2e/support/action-inputs.ts`);
  return found;
}

/** What an input of this action's names: an id that exists, where it names any. */
export function inputFor(action: BuiltAction, ids: Record<string, string>): unknown {
  const { input, names } = caseOf(portalActions, action);
  return input(names ? (ids[names] ?? '') : randomUUID());
}

export function codeOf({ result }: ActionAnswer): string | undefined {
  return result?.ok ? 'ok' : result?.error?.code;
}

/** All of an answer but the reference that support would ask for. Where an action only leads on: whereto. */
export function actionText(answer: ActionAnswer): string {
  const { 'x-action-redirect': leadsTo, 'set-cookie': cookies } = answer.headers;
  if (leadsTo) return JSON.stringify([answer.status, leadsTo, cookies]);
  const reference = answer.result?.error?.referenceId;
  const text = comparable(answer);
  return reference ? text.replaceAll(reference, '(reference)') : text;
}

/** Cookies that an answer hands out. Taking one away gives nobody anything, as leaving a preview does. */
export function cookiesGiven({ headers }: ActionAnswer): string[] {
  return (headers['set-cookie'] ?? []).filter((line) => !/; max-age=0(;|$)/i.test(line));
}

/** Nobody's, in the same shape and length. */
export function absentLike(id: string): string {
  if (id.includes('@')) return `absent.${randomUUID().slice(0, 8)}@portico.example`;
  return id.length === 36 ? randomUUID() : 'a'.repeat(id.length);
}

export function product<A, B>(first: readonly A[], second: readonly B[]): [A, B][] {
  return first.flatMap((a) => second.map((b): [A, B] => [a, b]));
}

/** Four at a time: the server's processors are never idle, and never flooded. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
