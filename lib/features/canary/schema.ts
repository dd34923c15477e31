import { z } from 'zod';

/** What is tried on a table. `reference` ties a row to another tenant's, `guess` goes by ids and unique keys alone. */
export const operations = ['read', 'insert', 'update', 'delete', 'reference', 'guess'] as const;
export type Operation = (typeof operations)[number];

/** In whose place it is tried. */
export const attackers = ['tenant', 'nobody', 'worker', 'console'] as const;
export type Attacker = (typeof attackers)[number];

const countSchema = z.number().int().nonnegative();
const tallySchema = z.object({ attempts: countSchema, leaks: countSchema });
export type Tally = z.infer<typeof tallySchema>;

/** One row of the table of what was tried. Operations that don't apply are left out. */
const rowSchema = z.object({ table: z.string(), tried: z.partialRecord(z.enum(operations), tallySchema) });
export type MatrixRow = z.infer<typeof rowSchema>;

/** What the console sees of a run, and nobody else. */
export const detailsSchema = z.object({
  matrix: z.array(rowSchema),
  /** One sentence each. */
  leaks: z.array(z.string()),
  drift: z.array(z.string()),
  /** Not wrong, and worth knowing. */
  notes: z.array(z.string()),
});
export type CanaryDetails = z.infer<typeof detailsSchema>;

/** What is signed. It names tables and numbers; no tenant, and no gap by which one could be reached. */
export const evidenceSchema = z.object({
  kind: z.literal('portico.isolation-evidence'),
  version: z.literal(1),
  runId: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  /** How many attempts each table met. */
  tables: z.record(z.string(), countSchema),
  operations: z.record(z.enum(operations), tallySchema),
  attempts: countSchema,
  leaks: countSchema,
  /** Differences between the database and what it is expected to be. */
  drift: countSchema,
  /** SHA-256 of the sentences that the operator keeps, so that they can't be changed later. */
  findingsSha256: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The file that a tenant downloads. */
export interface SignedEvidence {
  payload: Evidence;
  algorithm: 'Ed25519';
  /** base64url */
  signature: string;
  keyId: string;
}

export const runSummarySchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  startedBy: z.string(),
  tables: countSchema,
  attempts: countSchema,
  leaks: countSchema,
  drift: countSchema,
});
export type RunSummary = z.infer<typeof runSummarySchema>;

export interface CanaryRunDetail extends RunSummary {
  details: CanaryDetails;
  signature: string;
  keyId: string;
  signatureValid: boolean;
}

/** Without `run` the newest. */
export const canaryQuerySchema = z.object({ run: z.uuid().optional().catch(undefined) });
export type CanaryQuery = z.output<typeof canaryQuerySchema>;

export interface CanaryView {
  /** The run that is shown; null before the first. */
  shown: CanaryRunDetail | null;
  /** The newest first. */
  history: RunSummary[];
}

export const latestRunSchema = z.object({ latest: runSummarySchema.nullable() });
export type LatestRun = z.infer<typeof latestRunSchema>;
