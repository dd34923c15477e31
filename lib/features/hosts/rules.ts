/**
 * One primary per surface, to which the others redirect: it is never removed, so a surface never loses its last address either. A
 * domain of the tenant's own is released where domains are (lib/features/domains), or its record would outlive its address.
 */
export function mayRemoveHost(host: { isPrimary: boolean; kind: string }): boolean {
  return !host.isPrimary && host.kind === 'subdomain';
}

/** An address that does not serve can't be where all others lead. */
export function mayBecomePrimary(host: { isPrimary: boolean; status: string }): boolean {
  return !host.isPrimary && host.status === 'active';
}
