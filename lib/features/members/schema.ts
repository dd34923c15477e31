import { z } from 'zod';
import { memberRoles } from '@/lib/core/access/roles';
import { emailSchema, newPasswordSchema } from '@/lib/core/passwords/schema';

export const memberStatuses = ['active', 'revoked'] as const;
export const memberSorts = ['name', 'email', 'role', 'lastSeen', 'created'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** Direction marks and control characters would let a name read as another, or break a mail header. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'required')
  .max(100, 'too_long')
  .regex(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u, 'invalid_characters');

const searchSchema = z
  .string()
  .max(200)
  .transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim());
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined);

/** Query of the member list, as it stands in the address. Unknown filters are no filter: an old link still opens. */
export const memberQuerySchema = z.object({
  q: searchSchema.catch('').default(''),
  role: oneOf(memberRoles),
  status: oneOf(memberStatuses),
  sort: z
    .string()
    .regex(/^-?(name|email|role|lastSeen|created)$/)
    .catch('name')
    .default('name'),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).catch(50).default(50),
});
export type MemberQuery = z.output<typeof memberQuerySchema>;

export const memberSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(memberRoles),
  status: z.enum(memberStatuses),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
});
export type MemberRow = z.infer<typeof memberSchema>;

const pageOf = <S extends z.ZodType>(row: S) =>
  z.object({
    data: z.array(row),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    total: z.number(),
  });

export const memberPageSchema = pageOf(memberSchema);
export type MemberPage = z.infer<typeof memberPageSchema>;

export const invitationQuerySchema = z.object({
  q: searchSchema.catch('').default(''),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).catch(50).default(50),
});
export type InvitationQuery = z.output<typeof invitationQuerySchema>;

export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  invitedByName: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
});
export type InvitationRow = z.infer<typeof invitationSchema>;

export const invitationPageSchema = pageOf(invitationSchema);
export type InvitationPage = z.infer<typeof invitationPageSchema>;

export const bulkMax = 200;
const idsSchema = z.array(z.uuid()).min(1).max(bulkMax);

export const inviteSchema = z.strictObject({
  emails: z.array(emailSchema).min(1, 'required').max(100, 'too_many'),
  role: z.enum(memberRoles),
});
export const changeRolesSchema = z.strictObject({ ids: idsSchema, role: z.enum(memberRoles) });
export const memberIdsSchema = z.strictObject({ ids: idsSchema });
export const memberIdSchema = z.strictObject({ id: z.uuid() });
export const renameMemberSchema = z.strictObject({ id: z.uuid(), name: personNameSchema });
export const acceptInvitationSchema = z.strictObject({
  token: z.string().min(20).max(200),
  name: personNameSchema,
  password: newPasswordSchema,
});

/** An account made on the command line. */
export const newMemberSchema = z.strictObject({
  email: emailSchema,
  name: personNameSchema,
  role: z.enum(memberRoles),
  password: newPasswordSchema,
});
export type NewMember = z.output<typeof newMemberSchema>;
