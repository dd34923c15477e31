/**
 * Which member a request belonged to. Pages and routes know the member, the meter sees only the finished answer; the request id,
 * which the edge makes and sends with the answer, brings the two together.
 */
export function noteMember(requestId: string, memberId: string): void {
  if (requestId === '') return;
  if (notes.size >= maxNotes) forgetOldest();
  notes.set(requestId, memberId);
}

/** Gives the note and forgets it. */
export function takeMember(requestId: string): string | null {
  const memberId = notes.get(requestId) ?? null;
  notes.delete(requestId);
  return memberId;
}

/** Requests under way at once; those that never finish (a broken connection) are pushed out by later ones. */
const maxNotes = 5_000;

// On globalThis: Next loads this module once for pages and once for the instrumentation.
const registry = globalThis as unknown as { porticoRequestMembers?: Map<string, string> };
const notes = (registry.porticoRequestMembers ??= new Map<string, string>());

function forgetOldest(): void {
  const oldest = notes.keys().next();
  if (!oldest.done) notes.delete(oldest.value);
}
