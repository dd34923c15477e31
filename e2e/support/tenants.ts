import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { freshSlug, portalOrigin, type Account } from './first-run';

export interface FreshTenant {
  id: string;
  slug: string;
  name: string;
  owner: Account;
  /** Of the admin who was invited at its making and did not come yet. */
  invitationUrl: string;
  /** An account `<name>@<slug>.example` with the owner's password. */
  addMember: (name: string, role: string) => Promise<void>;
}

export type Placement = 'shared' | 'schema' | 'database';

const password = 'plum orbit saddle ferry';

/** A tenant of the test's own, made by the command line's engine, so that what the test does to it disturbs nobody else. */
export async function freshTenant(
  stem: string,
  plan: 'free' | 'professional',
  placement: Placement = 'shared',
): Promise<FreshTenant> {
  const slug = freshSlug(stem);
  const name = `${stem.charAt(0).toUpperCase()}${stem.slice(1)} ${slug.slice(-4)}`;
  const admin = ['--admin-email', `invited@${slug}.example`];
  const { tenant, invitationUrl } = (await portico([
    'tenant',
    'create',
    '--name',
    name,
    '--slug',
    slug,
    '--plan',
    plan,
    '--placement',
    placement,
    ...admin,
  ])) as {
    tenant: { id: string };
    invitationUrl: string;
  };
  const addMember = async (local: string, role: string): Promise<void> => {
    const account = ['--email', `${local}@${slug}.example`, '--role', role, '--password-stdin'];
    await portico(['member', 'create', '--tenant', slug, ...account], password);
  };
  await addMember('lead', 'owner');
  const owner = { origin: portalOrigin(slug), email: `lead@${slug}.example`, password };
  return { id: tenant.id, slug, name, owner, invitationUrl, addMember };
}

/** Ends its sessions and pauses its portal and site. */
export async function suspendTenant(slug: string): Promise<void> {
  await portico(['tenant', 'suspend', slug, '--reason', 'The test wants it so']);
}

/** Runs a command of Portico and gives what it printed as JSON. */
async function portico(command: string[], input = ''): Promise<unknown> {
  const args = ['scripts/run.mjs', 'scripts/cli/main.ts', ...command, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [output, problems, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`portico ${command.join(' ')} failed: ${output}${problems}`);
  return JSON.parse(output);
}
