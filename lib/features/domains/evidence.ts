import { z } from 'zod';

/** What a check saw, as it is stored and as the doctor reads it. */
const answerSchema = z.object({
  server: z.string(),
  answer: z.union([
    z.object({ kind: z.literal('records'), values: z.array(z.string()), ms: z.number() }),
    z.object({ kind: z.enum(['no_data', 'no_name', 'timeout', 'failed', 'unreachable']), ms: z.number() }),
  ]),
});

const answers = z.array(answerSchema);
export type SeenAnswers = z.infer<typeof answers>;

export const evidenceSchema = z.object({
  /** TXT at the name where the challenge belongs, and at two where it lands by mistake. */
  txt: answers,
  txtDoubled: answers,
  txtBare: answers,
  /** All names that CNAMEs lead to, one after the other. */
  cname: answers,
  a: answers,
  aaaa: answers,
  /** Of the closest name that has any. */
  caa: answers,
  /** Where the domain should lead. */
  target: z.string(),
  addresses: z.array(z.string()),
  /** Asked over HTTP: whether it is this installation that answers, through whatever stands between. Null where nothing was asked. */
  proof: z.enum(['ours', 'foreign', 'silent', 'refused']).nullable(),
  certificate: z
    .object({ issuer: z.string(), validTo: z.iso.datetime(), coversHost: z.boolean(), fits: z.boolean() })
    .nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
