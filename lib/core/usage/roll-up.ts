import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { rollUpDays, rollUpHours, rollUpMemberDays, rollUpTenantDays } from './roll-up-statements';

/**
 * Brings the roll-ups up to date with the raw events. What was recorded since the last run says which hours and days of which
 * tenants are stale; those are computed anew from all of their events, so a repeated run, a late event or two workers at once
 * change nothing about the result.
 * @returns how many windows of recording time were worked through
 */
export async function rollUpUsage(): Promise<{ windows: number }> {
  const db = consoleDb();
  // Times are kept in milliseconds, rounded: what was recorded this very moment lies a little ahead.
  const [clock] = await db.$queryRaw<{ until: Date }[]>`SELECT now() + interval '1 second' AS until`;
  const until = clock?.until ?? new Date();
  const mark = await db.jobWatermark.findUnique({ where: { name: watermark } });
  let from: Date | null = mark && new Date(mark.at.getTime() - overlapMs);
  for (let windows = 0; ; windows++) {
    const start = await firstRecorded(from);
    if (!start || start >= until) {
      await db.$transaction((tx) => saveWatermark(tx, until));
      return { windows };
    }
    const end = new Date(Math.min(start.getTime() + windowMs, until.getTime()));
    await rollUpWindow(start, end);
    from = end;
  }
}

/** After a change of the tenant's zone: its days, and where offsets are not whole hours its hours, begin elsewhere. */
export async function rebuildDaily(tenantId: string): Promise<void> {
  const zones = await usableZones();
  await inLongTransaction(async (tx) => {
    const where = { tenantId };
    await tx.usageHourly.deleteMany({ where });
    await tx.usageDaily.deleteMany({ where });
    await tx.memberDay.deleteMany({ where });
    await tx.tenantDay.deleteMany({ where });
    await rollUp(tx, Prisma.sql`e.tenant_id = ${tenantId}::uuid`, zones);
  });
}

const watermark = 'roll-up-usage';
/** `recorded_at` is when a transaction began; one that takes longer than this to commit would be missed. */
const overlapMs = 5 * 60_000;
/** A large backlog is taken in pieces, each committed with its watermark. */
const windowMs = 10 * 60_000;

async function firstRecorded(from: Date | null): Promise<Date | null> {
  const [row] = await consoleDb().$queryRaw<{ first: Date | null }[]>`
    SELECT min(recorded_at) AS first FROM "public"."usage_events" WHERE recorded_at >= coalesce(${from}::timestamptz, '-infinity')`;
  return row?.first ?? null;
}

async function rollUpWindow(start: Date, end: Date): Promise<void> {
  const zones = await usableZones();
  await inLongTransaction(async (tx) => {
    await rollUp(tx, Prisma.sql`e.recorded_at >= ${start}::timestamptz AND e.recorded_at < ${end}::timestamptz`, zones);
    await saveWatermark(tx, end);
  });
}

/** Each step reads what the one before wrote, except for members, who are counted from the events. */
async function rollUp(tx: ConsoleTx, which: Prisma.Sql, zones: readonly string[]): Promise<void> {
  await rollUpHours(tx, which, zones);
  await rollUpDays(tx, which, zones);
  await rollUpMemberDays(tx, which, zones);
  await rollUpTenantDays(tx, which, zones);
}

async function saveWatermark(tx: ConsoleTx, at: Date): Promise<void> {
  await tx.jobWatermark.upsert({ where: { name: watermark }, create: { name: watermark, at }, update: { at } });
}

/** One run at a time, and longer than a request may take. */
async function inLongTransaction(work: (tx: ConsoleTx) => Promise<void>): Promise<void> {
  const settings = { maxWait: 10_000, timeout: 30 * 60_000 };
  await consoleDb().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '30min'`;
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${watermark}))::text`;
    await work(tx);
  }, settings);
}

/**
 * The zones in use that PostgreSQL knows. A name from a newer time zone table than the server's would end the run for everybody;
 * its tenants' days are UTC's until the server knows it.
 */
async function usableZones(): Promise<string[]> {
  const rows = await consoleDb().$queryRaw<{ name: string }[]>`
    SELECT name FROM pg_timezone_names WHERE name IN (SELECT DISTINCT time_zone FROM "public"."tenant_settings")`;
  return rows.map(({ name }) => name);
}
