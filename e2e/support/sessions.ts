import { actionsUnder, callAction, portalAction, type ActionAnswer } from './actions';
import type { Account } from './first-run';

/** The Cookie header of a new session, by the sign-in form's own action and without a browser. */
export async function cookieBySigningIn({ origin, email, password }: Account): Promise<string> {
  const host = new URL(origin).hostname;
  const action = host.startsWith('console.') ? consoleAction('signInAction') : portalAction('signInAction');
  const answer = await callAction(action, { host, input: { email, password } });
  if (!answer.result?.ok) throw new Error(`${email} could not sign in at ${host}: ${answer.body}`);
  return cookieOfAnswer(answer);
}

/** What a browser would send back after this answer. */
export function cookieOfAnswer({ headers }: ActionAnswer): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
}

export function consoleAction(name: string): ReturnType<typeof portalAction> {
  const found = actionsUnder('app/(console)/').find((action) => action.name === name);
  if (!found) throw new Error(`The console has no action ${name}.`);
  return found;
}
