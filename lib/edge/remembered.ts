/**
 * A pure function of a short text, with its answers kept: the same few names come with every request. Bounded, because strangers
 * choose the texts; a full memory starts again.
 */
export function remembered<T>(
  limits: { entries: number; length: number },
  make: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > limits.length) return make(text);
    const held = known.get(text);
    if (held !== undefined) return held;
    if (known.size >= limits.entries) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
