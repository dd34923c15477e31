/** Field → value before and after. Only what differs is kept. */
export type Changes = Record<string, { before: Scalar; after: Scalar }>;
type Scalar = string | number | boolean | null;

const secretField = /password|secret|token|hash|key$/i;

/** Difference of two flat records. Values of secret fields are never written down, only that they changed. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [toScalar(before[field]), toScalar(after[field])];
    if (was === is) continue;
    changes[field] = secretField.test(field) ? { before: '[secret]', after: '[secret]' } : { before: was, after: is };
  }
  return changes;
}

function toScalar(value: unknown): Scalar {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
