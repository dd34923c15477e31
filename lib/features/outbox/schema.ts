import { z } from 'zod';

const entrySchema = z.object({
  id: z.string(),
  writtenAt: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
});
export type OutboxEntry = z.infer<typeof entrySchema>;

export const outboxSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('files'), mails: z.array(entrySchema) }),
  z.object({ kind: z.literal('smtp') }),
]);
export type Outbox = z.infer<typeof outboxSchema>;

export const outboxDetailSchema = entrySchema.extend({
  html: z.string(),
  text: z.string(),
  /** The address that the mail asks its reader to open. */
  link: z.string().nullable(),
});
export type OutboxDetail = z.infer<typeof outboxDetailSchema>;
