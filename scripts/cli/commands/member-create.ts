import { text as readAll } from 'node:stream/consumers';
import { memberRoles, type MemberRole } from '@/lib/core/access/roles';
import { createMember } from '@/lib/features/members/create-member';
import { newMemberSchema } from '@/lib/features/members/schema';
import { systemTenantContext } from '@/lib/features/tenants/tenant-context';
import { text, WrongUse, type Command } from '../command';

export const memberCreate: Command = {
  usage: '--tenant S --email E --role R [--name N] --password-stdin',
  summary: 'make an account with a password read from stdin',
  options: {
    tenant: { type: 'string' },
    email: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  required: ['tenant', 'email', 'role', 'password-stdin'],
  async run(ctx, { values }) {
    const role = readRole(text(values, 'role'));
    const password = (await readAll(process.stdin)).replace(/\r?\n$/, '');
    const email = text(values, 'email');
    const input = newMemberSchema.parse({ email, name: text(values, 'name') || nameOf(email), role, password });
    const tenant = await systemTenantContext(ctx, text(values, 'tenant'));
    const member = await createMember(tenant, input);
    const json = { member, tenant: { id: tenant.tenantId, slug: tenant.slug } };
    return { json, text: `${member.email} is ${member.role} of ${tenant.slug}.` };
  },
};

function readRole(value: string): MemberRole {
  const role = memberRoles.find((known) => known === value);
  if (!role) throw new WrongUse(`--role is one of ${memberRoles.join(', ')}.`);
  return role;
}

/** `ada.lovelace@acme.example` → Ada Lovelace; the person can change it. */
function nameOf(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}
