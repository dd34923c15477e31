import type { SuperAdminRole } from '@/lib/core/access/roles';
import { callAction } from './actions';
import { freshSlug } from './first-run';
import { consoleAction, cookieOfAnswer } from './sessions';

const host = 'console.localhost';

/** A super-admin of the test's own: the session's cookie, and the id. */
export async function addSuperAdmin(
  owner: string,
  role: SuperAdminRole,
): Promise<{ id: string; role: SuperAdminRole; cookie: string }> {
  const email = `${freshSlug(role)}@portico.example`;
  const added = await callAction(consoleAction('addSuperAdminAction'), {
    host,
    cookie: owner,
    input: { name: `The ${role}`, email, role },
  });
  const { id, passwordUrl } = added.result?.data as { id: string; passwordUrl: string };
  const input = { token: passwordUrl.split('/').at(-1), password: 'quiet harbour lantern moss' };
  return { id, role, cookie: cookieOfAnswer(await callAction(consoleAction('resetPasswordAction'), { host, input })) };
}
