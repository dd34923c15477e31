import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { latencyBoundsMs, latencyBucketCount } from './rules';

const buckets = Array.from({ length: latencyBucketCount }, (_, index) => index);

/** The bounds as an integer array, for width_bucket. */
export const latencyBounds = Prisma.sql`${[...latencyBoundsMs]}::integer[]`;

/** Histogram of the rows of a group; `bucket` is width_bucket's answer. Empty where nothing was timed. */
export const countLatency = Prisma.sql`
  CASE WHEN count(bucket) = 0 THEN '{}' ELSE ARRAY[${Prisma.join(buckets.map((index) => Prisma.sql`count(*) FILTER (WHERE bucket = ${index}::integer)`))}] END::integer[]`;

/** Sum, bucket by bucket, of the column `latency` of a group. */
export const sumLatency = Prisma.sql`
  CASE WHEN coalesce(max(cardinality(latency)), 0) = 0 THEN '{}' ELSE ARRAY[${Prisma.join(buckets.map((index) => Prisma.sql`coalesce(sum(latency[${index + 1}::integer]), 0)`))}] END::integer[]`;
