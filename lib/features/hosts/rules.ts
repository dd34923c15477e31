/** One primary per surface, to which the others redirect: it is never removed, so a surface never loses its last address either. */
export function mayRemoveHost(host: { isPrimary: boolean }): boolean {
  return !host.isPrimary;
}

/** An address that does not serve can't be where all others lead. */
export function mayBecomePrimary(host: { isPrimary: boolean; status: string }): boolean {
  return !host.isPrimary && host.status === 'active';
}
